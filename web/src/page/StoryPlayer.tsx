// A story beside what it shows: steps by buttons, arrow keys and scrolling.
import "../styles/details.css";
import "../styles/story.css";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { StoryBit, StoryStep } from "../engine/messages";
import { formatMonth } from "../format";
import { changeList, equal } from "../state/history";
import type { State } from "../state/state";
import { AskedFigure } from "../views/parts";
import { openedBy, PINNED, placeOf } from "../views/places";
import { reasonOf, valueText, wordsBeside } from "../views/values";
import { Asking } from "./Asking";
import { usePicked, useSession } from "./context";
import { declarationOf, listedThings, pathTitle, valueWords } from "./inputs";
import { SourceText } from "./SourceText";
import type { Parting } from "./StoryPlace";
import { type Telling, useTelling } from "./storytelling";

interface Props {
  home: string;
  /** Without it the story cannot be left. */
  onLeft?(parting: Parting): void;
  /** Told of every step by who shows what it looks at; without that it is opened and brought into sight on the page. */
  onTelling?(telling: Telling): void;
}

export function StoryPlayer({ home, onLeft, onTelling }: Props) {
  const session = useSession();
  const telling = useTelling(home);
  const { story, trouble, at, goBy } = telling;
  const progress = usePicked((state) => (story ? undefined : state.progress));
  const box = useRef<HTMLElement>(null);
  // Who begins goes on here; who opens a link begins at the top of the page.
  useEffect(() => {
    if (at < 0 && onLeft) box.current?.focus({ preventScroll: true });
  }, []);
  useShownView(onTelling ? undefined : story?.steps[at]);
  useEffect(() => onTelling?.(telling), [story, trouble, at]);
  const leave = () => {
    if (story && onLeft) onLeft(partingOf(telling, session.store.get()));
    telling.leave();
    document.getElementById("main")?.focus({ preventScroll: true });
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape" && onLeft) leave();
    else if (by && !event.altKey && !event.ctrlKey && !event.metaKey) goBy(by);
    else return;
    event.preventDefault();
  };
  return (
    <section class="story" aria-label="Story" tabIndex={-1} ref={box} onKeyDown={press}>
      <div class="story-head">
        <h2>{story?.title || "Story"}</h2>
        {onLeft && (
          <button type="button" class="small" onClick={leave}>
            Leave the story
          </button>
        )}
      </div>
      {trouble && (
        <p class="notice error" role="alert">
          The story cannot be told: {trouble}
        </p>
      )}
      {!story && !trouble && <Asking doing="Computing the figures of the story" progress={progress} />}
      {story && <Steps telling={telling} />}
      {story && <Controls telling={telling} />}
    </section>
  );
}

/** The steps below each other: the one that is scrolled to is the present one. */
function Steps({ telling }: { telling: Telling }) {
  const { story, at, go } = telling;
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(telling);
  latest.current = telling;
  useLayoutEffect(() => {
    const article = box.current!.children[at] as HTMLElement | undefined;
    // One that was scrolled to stays where the reader has it.
    if (article && !isPresent(article, box.current!)) box.current!.scrollTop = article.offsetTop;
  }, [at]);
  useEffect(() => {
    // A line below the top: the step that it is in is being read.
    const watching = new IntersectionObserver(
      (entries) => {
        // The steps move by themselves while one is gone to, and what was seen a moment ago may be gone on from since.
        if (latest.current.isComing) return;
        const entered = entries.map(({ target }) => target as HTMLElement).filter((article) => isPresent(article, box.current!));
        const to = Number(entered.at(-1)?.dataset["step"] ?? Number.NaN);
        if (!Number.isNaN(to) && to !== latest.current.at && latest.current.at >= 0) latest.current.go(to);
      },
      { root: box.current, rootMargin: "-30% 0px -69% 0px" },
    );
    for (const article of box.current!.children) watching.observe(article);
    return () => watching.disconnect();
  }, []);
  return (
    <div class="story-steps" ref={box} tabIndex={0} role="group" aria-label="Steps" aria-busy={telling.isComing}>
      {story!.steps.map((step, number) => (
        <article key={number} data-step={number} class={number === at ? "present" : ""} aria-current={number === at ? "step" : undefined}>
          <p class="quiet">
            {number + 1} of {story!.steps.length}
          </p>
          <h3>{step.title}</h3>
          {step.paragraphs.map((bits, paragraph) => (
            <p key={paragraph}>
              <Prose bits={bits} step={step} isPresent={number === at} telling={telling} />
            </p>
          ))}
          {step.sources && (
            <ul class="sources" aria-label="Sources of this step">
              {step.sources.map((source, source_at) => (
                <li key={source_at}>
                  <SourceText source={source} />
                </li>
              ))}
            </ul>
          )}
          {number === at && <OwnChanges telling={telling} onBack={() => go(at)} />}
        </article>
      ))}
    </div>
  );
}

function isPresent(article: HTMLElement, box: HTMLElement): boolean {
  const line = box.scrollTop + box.clientHeight * 0.3;
  return article.offsetTop <= line && article.offsetTop + article.offsetHeight > line;
}

interface ProseProps {
  bits: readonly StoryBit[];
  step: StoryStep;
  isPresent: boolean;
  telling: Telling;
}

function Prose({ bits, step, isPresent, telling }: ProseProps) {
  return (
    <>
      {bits.map((bit, at) => {
        const shown = <Bit bit={bit} step={step} isPresent={isPresent} telling={telling} beside={wordsBeside(bits, at)} />;
        return bit.emphasised ? <em key={at}>{shown}</em> : <span key={at}>{shown}</span>;
      })}
    </>
  );
}

function Bit({ bit, step, isPresent, telling, beside }: { bit: StoryBit; beside: string } & Omit<ProseProps, "bits">) {
  const months = usePicked((state) => state.result?.months) ?? [];
  if (bit.sets) return <SettingLink bit={bit} step={step} isPresent={isPresent} telling={telling} />;
  // Addresses come with files from anyone: only the web's own kinds are followed.
  if (bit.address && /^https?:\/\//i.test(bit.address))
    return (
      <a href={bit.address} target="_blank" rel="noopener noreferrer">
        {bit.words}
      </a>
    );
  if (!bit.value) return <>{bit.words}</>;
  const text = valueText(bit.value);
  const reason = isPresent && telling.isAsTold && !telling.isComing ? reasonOf(bit.value, months) : undefined;
  return reason ? <AskedFigure value={bit.value} reason={reason} beside={beside} /> : <b translate={bit.value.words ? undefined : false}>{text}</b>;
}

/** Words that set an input as a change of the reader's own; pressed once more they take it back. */
function SettingLink({ bit, step, isPresent, telling }: { bit: StoryBit } & Omit<ProseProps, "bits">) {
  const session = useSession();
  const { path, value } = bit.sets!;
  const now = usePicked((state) => state.history?.present.changes.get(path));
  const isSet = isPresent && equal(now, value);
  const press = () => {
    const told = step.changes.find((change) => change.path === path);
    if (!isSet) session.change(path, value);
    else if (told) session.change(path, told.value);
    else session.reset(path);
    session.endGesture();
  };
  const title = pathTitle(path, listedThings(session.store.get()));
  const declaration = declarationOf(path);
  return (
    <button
      type="button"
      class="story-set"
      aria-pressed={isSet}
      disabled={!isPresent || !telling.isOfStep || telling.isComing}
      title={declaration ? `${title}: ${valueWords(value, declaration)}` : title}
      onClick={press}
    >
      {bit.words}
    </button>
  );
}

/** What the reader made of the step. */
function OwnChanges({ telling, onBack }: { telling: Telling; onBack(): void }) {
  if (telling.isAsTold || telling.isComing) return null;
  return (
    <p class="story-own" role="status">
      What is shown is no longer just this step. The figures in the text are the step’s.{" "}
      <button type="button" class="small" onClick={onBack}>
        Back to the step
      </button>
    </p>
  );
}

function Controls({ telling: { story, at, go, goBy } }: { telling: Telling }) {
  const steps = story!.steps;
  const present = steps[at];
  return (
    <div class="story-controls">
      <button type="button" disabled={at <= 0} onClick={() => goBy(-1)}>
        Back
      </button>
      <ol aria-label="Steps">
        {steps.map(({ title }, number) => (
          <li key={number}>
            <button
              type="button"
              aria-label={`Step ${number + 1} of ${steps.length}: ${title}`}
              title={title}
              aria-current={number === at ? "step" : undefined}
              onClick={() => go(number)}
            >
              {number + 1}
            </button>
          </li>
        ))}
      </ol>
      <button type="button" class="primary" disabled={at >= steps.length - 1} onClick={() => goBy(1)}>
        Next
      </button>
      <p class="visually-hidden" role="status">
        {present && `${at + 1} of ${steps.length}. ${present.title}. ${present.paragraphs.map(spoken).join(" ")}`}
      </p>
    </div>
  );
}

function spoken(bits: readonly StoryBit[]): string {
  return bits.map(({ words = "", value }) => (value ? valueText(value) : words)).join("");
}

/** What a step looks at is opened and brought into sight; what another step opened is closed again. */
function useShownView(step: StoryStep | undefined): void {
  const session = useSession();
  const opened = useRef<string | undefined>(undefined);
  const { view } = step ?? {};
  const head = usePicked((state) => state.shown?.answer.available.find(({ name }) => name === view));
  const isThere = usePicked(
    ({ resultOf, history, opening, shown }) => resultOf === history?.present && !opening && shown?.answer.views.some(({ name }) => name === view),
  );
  useEffect(() => {
    const before = opened.current;
    if (!view || !head || view === before) return;
    if (before) session.closeView(before);
    opened.current = undefined;
    if (PINNED.has(view) || session.store.get().open.has(view)) return;
    session.openView(view, openedBy(head.kind));
    opened.current = view;
  }, [step, head === undefined]);
  useEffect(() => {
    if (!view || !isThere) return;
    placeOf(view)?.scrollIntoView({ block: "start" });
  }, [step, isThere]);
}

/** What is told once the story is left: what is open then, and what of it the story changed. */
function partingOf({ story, at }: Telling, state: State): Parting {
  const { base, changes } = state.history!.present;
  const things = listedThings(state);
  const lines = changeList(changes).map(({ path, value }) => {
    const declaration = declarationOf(path);
    return declaration ? `${pathTitle(path, things)}: ${valueWords(value, declaration)}` : pathTitle(path, things);
  });
  const month = state.result?.months[state.view.month ?? 0];
  const when = month ? `, ${formatMonth(month)},` : "";
  const text = `You left the story at step ${at + 1} of ${story!.steps.length}. Open is “${base.title}”${when} ${lines.length > 0 ? `with ${lines.length > 1 ? "these changes" : "this change"}:` : "as it is."}`;
  return { text, lines };
}
