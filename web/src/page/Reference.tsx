// The reference: everything with a name in the scenario, to be searched, with formula, sources and its value in the month shown.
import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Entry } from "../engine/messages";
import type { Reference as Answer } from "../engine/reference";
import { formatMonth } from "../format";
import { referenceStanding } from "../state/reference";
import { Asking } from "./Asking";
import { usePicked, useSession } from "./context";
import { ReferenceEntry } from "./ReferenceEntry";
import { type Chapter, chapters, found } from "./referencelist";
import { Figured } from "./Waiting";
import "../styles/reference.css";

export function Reference() {
  const session = useSession();
  const looked = usePicked((state) => state.view.entry);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (looked) setIsOpen(true);
  }, [looked]);
  const toggled = (now: boolean) => {
    setIsOpen(now);
    if (!now && looked) session.refer("");
  };
  return (
    <details class="reference" open={isOpen} onToggle={(event) => event.currentTarget.open !== isOpen && toggled(event.currentTarget.open)}>
      <summary>
        <h2>Reference</h2>{" "}
        <span class="quiet">Every input, row and measure: what it is, its formula, where it is read, and its value in the month shown.</span>
      </summary>
      {isOpen && <Opened />}
    </details>
  );
}

function Opened() {
  const session = useSession();
  const of = usePicked((state) => state.resultOf);
  const month = usePicked((state) => state.view.month ?? 0);
  const reference = usePicked((state) => state.reference);
  const [query, setQuery] = useState("");
  const stand = usePicked(referenceStanding);
  const progress = usePicked((state) => state.progress);
  const [isStopped, setStopped] = useState(false);
  // Before the page is drawn: what says that it was cancelled has it given up.
  useLayoutEffect(() => {
    if (isStopped) return;
    const asking = new AbortController();
    void session.showReference(asking.signal);
    return () => asking.abort();
  }, [of, month, isStopped]);
  const search = useMemo(() => reference && found(reference.answer.entries, query), [reference?.answer.entries, query]);
  return (
    <>
      <div class="reference-head">
        <input
          type="search"
          placeholder="Title, name or unit: DSCR, EBITDA, MW"
          aria-label="Search the reference"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        {search && reference && (
          <p class="quiet" role="status">
            {said(search.entries.length, reference.answer.entries.length, query, search.inNotes)}
          </p>
        )}
      </div>
      {stand === "awaited" && (
        <Asking
          doing="Computing every row"
          progress={progress}
          stop={{
            isStopped,
            stopped: reference ? "Cancelled. The values are those of other inputs or another month." : "Cancelled.",
            again: "Compute them",
            onStop: setStopped,
          }}
        />
      )}
      <Figured of={referenceStanding}>
        {search && reference && <Found answer={reference.answer} month={reference.month} entries={search.entries} query={query} />}
      </Figured>
    </>
  );
}

function said(count: number, all: number, query: string, inNotes: boolean): string {
  if (query.trim() === "") return `${all} entries`;
  if (count === 0) return `No title, name, unit or note has “${query.trim()}”.`;
  return `${count} of ${all} entries${inNotes ? ", by their notes" : ""}`;
}

interface FoundProps {
  answer: Answer;
  month: number;
  entries: readonly Entry[];
  query: string;
}

function Found({ answer, month, entries, query }: FoundProps) {
  const looked = usePicked((state) => state.view.entry);
  const months = usePicked((state) => state.result?.months) ?? [];
  const byId = useMemo(() => new Map(answer.entries.map((entry) => [entry.id, entry])), [answer.entries]);
  // What a formula leads to is shown, whatever is sought.
  const listed = useMemo(() => {
    const shown = new Set(entries);
    const at = byId.get(looked ?? "");
    if (at) shown.add(at);
    return chapters(answer.entries.filter((entry) => shown.has(entry)));
  }, [entries, byId, looked]);
  const trail = useTrail(looked);
  useLead(looked, byId.has(looked ?? ""));
  const at = months[month] ?? "";
  return (
    <>
      {looked && !byId.has(looked) && <p class="notice error">The reference has no entry “{looked}”.</p>}
      <p class="reference-bar quiet">
        Values {formatMonth(at) && `in ${formatMonth(at)}`}
        {trail.before && <Back entry={trail.before} title={byId.get(trail.before)?.title ?? trail.before} onBack={trail.back} />}
      </p>
      {listed.map((chapter) => (
        <ChapterList
          key={`${chapter.scope} ${query.trim() !== ""}`}
          chapter={chapter}
          isOpen={query.trim() !== "" || chapter.groups.some(({ entries }) => entries.some(({ id }) => id === looked))}
        >
          {(entry) => <ReferenceEntry key={entry.id} entry={entry} answer={answer} month={at} isOpen={entry.id === looked} byId={byId} />}
        </ChapterList>
      ))}
    </>
  );
}

function Back({ entry, title, onBack }: { entry: string; title: string; onBack: () => void }) {
  const session = useSession();
  const back = () => {
    onBack();
    session.refer(entry);
  };
  return (
    <button type="button" class="small" onClick={back}>
      Back to {title}
    </button>
  );
}

/** The entries that were looked at before this one. */
function useTrail(looked: string | undefined): { before: string | undefined; back: () => void } {
  const [trail, setTrail] = useState<readonly string[]>([]);
  useEffect(() => {
    if (looked) setTrail((before) => (before.at(-1) === looked ? before : [...before, looked]));
  }, [looked]);
  const before = trail.at(-1) === looked ? trail.at(-2) : trail.at(-1);
  return { before, back: () => setTrail((all) => all.slice(0, all.lastIndexOf(before ?? ""))) };
}

/** Shows and focuses the entry that was asked for, once it is there. */
function useLead(looked: string | undefined, isThere: boolean): void {
  const referred = usePicked((state) => state.referred);
  useEffect(() => {
    if (!looked || !isThere) return;
    // After its chapter has opened, and after the drawer that led here has given the focus back.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const title = document.getElementById(`entry-${looked}`);
        title?.focus({ preventScroll: true });
        title?.closest("li")?.scrollIntoView({ block: "nearest" });
      }),
    );
  }, [looked, referred, isThere]);
}

interface ChapterProps {
  chapter: Chapter;
  /** From the start, and again whenever that changes. */
  isOpen: boolean;
  children: (entry: Entry) => preact.JSX.Element;
}

function ChapterList({ chapter: { scope, title, groups }, isOpen, children }: ChapterProps) {
  const [open, setOpen] = useState(isOpen);
  useEffect(() => setOpen(isOpen), [isOpen]);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <section aria-label={title}>
      <h3>
        <button type="button" class="node-title" aria-expanded={open} onClick={() => setOpen(!open)}>
          {title} <span class="quiet">{count}</span>
        </button>
      </h3>
      {open &&
        groups.map((group) => (
          <div key={group.title} class="reference-group">
            <h4 id={`reference-${scope}-${group.title}`}>{group.title}</h4>
            <ul aria-labelledby={`reference-${scope}-${group.title}`}>{group.entries.map(children)}</ul>
          </div>
        ))}
    </section>
  );
}
