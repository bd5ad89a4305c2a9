// Says the answer to screen readers once the figures have come to rest: all of it at first, and then what is said otherwise.
import { useEffect, useRef, useState } from "preact/hooks";
import { usePicked } from "../page/context";
import { sentenceText } from "./values";

/** In milliseconds. */
const QUIET = 900;

export function Announcer() {
  const answer = usePicked(({ shown }) => shown?.answer.views.find(({ kind }) => kind === "answer")?.answer);
  const scenario = usePicked(({ history }) => history?.present.origin);
  const [text, setText] = useState("");
  const said = useRef<{ of: unknown; sentences: readonly string[] }>({ of: undefined, sentences: [] });
  useEffect(() => {
    if (!answer) return;
    const timer = setTimeout(() => {
      const sentences = answer.map(sentenceText);
      const news = newSentences(said.current.of === scenario ? said.current.sentences : [], sentences);
      said.current = { of: scenario, sentences };
      if (news.length > 0) setText(news.join(" "));
    }, QUIET);
    return () => clearTimeout(timer);
  }, [answer, scenario]);
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
