// Says the answer to screen readers once the figures have come to rest: all of it at first, and then what is said otherwise. What
// only solving finds comes later, and is said then.
import { useEffect, useRef, useState } from "preact/hooks";
import { usePicked } from "../page/context";
import { needsStanding } from "./standing";
import { sentenceText } from "./values";

/** In milliseconds. */
const QUIET = 900;

interface Said {
  of: unknown;
  sentences: readonly string[];
  /** What it would take, as it was said last: while that is found anew it still counts as said. */
  needed: readonly string[];
}

/** `changesAlone`: what is there at first is not said, as of one of several embeds on a page. */
export function Announcer({ changesAlone = false }: { changesAlone?: boolean }) {
  const answer = usePicked(({ shown }) => shown?.answer.views.find(({ kind }) => kind === "answer")?.answer);
  const scenario = usePicked(({ history }) => history?.present.origin);
  const needs = usePicked((state) => (needsStanding(state) === "current" ? state.needs?.sentences : undefined));
  const [text, setText] = useState("");
  const said = useRef<Said>({ of: undefined, sentences: [], needed: [] });
  useEffect(() => {
    if (!answer) return;
    const timer = setTimeout(() => {
      const before = said.current.of === scenario ? said.current : { sentences: [], needed: [] };
      const now = { of: scenario, sentences: answer.map(sentenceText), needed: needs?.map(sentenceText) ?? before.needed };
      said.current = now;
      const isFirst = before.sentences.length === 0 || (before.needed.length === 0 && before.sentences.join() === now.sentences.join());
      const news = newSentences([...before.sentences, ...before.needed], [...now.sentences, ...now.needed]);
      if (news.length > 0 && !(changesAlone && isFirst)) setText(news.join(" "));
    }, QUIET);
    return () => clearTimeout(timer);
  }, [answer, scenario, needs]);
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  );
}

/** What was not said before. */
export function newSentences(before: readonly string[], now: readonly string[]): string[] {
  return now.filter((sentence) => !before.includes(sentence));
}
