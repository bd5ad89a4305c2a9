// An embed: the views that its address asks for, with whose figures they are and of when, and the way to the whole page.
import { useEffect, useRef, useState } from "preact/hooks";
import type { ViewHead } from "../engine/messages";
import { AsOf } from "../page/AsOf";
import { CopyField } from "../page/CopyField";
import { SessionContext, usePicked, useSession } from "../page/context";
import { isSurelyAllowed } from "../page/export";
import { Later } from "../page/Later";
import { useNeeding } from "../page/needing";
import { ProblemText } from "../page/ProblemText";
import { SceneView } from "../page/SceneView";
import { useLettingGo } from "../page/Selectable";
import { hasStory } from "../page/StoryPlace";
import { Timeline } from "../page/Timeline";
import { Figured, useInert, Waiting } from "../page/Waiting";
import { problemSentence } from "../problems";
import type { Session } from "../state/session";
import { useSelected } from "../state/store";
import { Announcer } from "../views/Announcer";
import { BESIDE, FIGURES, LEADING, openedBy } from "../views/places";
import { useView, View } from "../views/View";
import { lone } from "./height";
import { MonthControl } from "./MonthControl";
import { FLOOR, STORY } from "./parameters";
import { Told, telling } from "./Told";
import { missingWords, wantedOf } from "./wanted";
import { wholePage } from "./whole";

interface Props {
  session: Session;
  /** As the address names them. */
  views: readonly string[];
  /** Whether the month can be moved. */
  hasMonth: boolean;
  /** What of the address could not be followed. */
  wrong: readonly string[];
}

export function Embed({ session, views, hasMonth, wrong }: Props) {
  useLettingGo(session);
  const available = useSelected(session.store, ({ shown }) => shown?.answer.available);
  const isAskedWhy = useSelected(session.store, ({ explained }) => explained !== undefined);
  useNeeding(session);
  const needs = useSelected(session.store, ({ shown }) => shown?.answer.views.some(({ takes }) => takes));
  return (
    <SessionContext.Provider value={session}>
      <main class={views.join() === FLOOR ? "embed alone" : "embed"}>
        <Heading />
        <Waiting />
        <Troubles wrong={wrong} />
        {views.includes(STORY) && <Told />}
        <div class="embed-views" ref={useInert(session, ({ opening }) => opening)}>
          {available ? <Wanted views={views} hasMonth={hasMonth} available={available} /> : null}
        </div>
        {isAskedWhy && <Later name="Why" />}
        {needs && <Announcer changesAlone />}
        <WholePage />
      </main>
    </SessionContext.Provider>
  );
}

function Heading() {
  const base = usePicked((state) => state.history?.present.base);
  const changed = usePicked((state) => state.history?.present.changes.size ?? 0);
  const phase = usePicked((state) => state.phase);
  if (!base) return <h1 class="embed-title">{phase === "failed" ? "No scenario is open" : "Rackonomics"}</h1>;
  return (
    <header class="embed-head">
      <h1 class="embed-title">
        {base.title}
        {changed > 0 && <span class="quiet"> with {changed === 1 ? "one change" : `${changed} changes`}</span>}
      </h1>
      <AsOf base={base} />
    </header>
  );
}

/** What could not be followed, opened or computed. */
function Troubles({ wrong }: { wrong: readonly string[] }) {
  const notices = usePicked((state) => state.notices);
  const problems = usePicked((state) => (state.problemsOf === state.history?.present ? state.problems : undefined));
  const refused = problems?.map(problemSentence) ?? [];
  const lines = [...notices, ...[...wrong, ...refused].map((text) => ({ level: "error", text }))];
  return (
    <>
      {lines.map(({ level, text }) => (
        <p key={text} class={`notice ${level}`} role={level === "error" ? "alert" : "status"}>
          <ProblemText text={text} />
        </p>
      ))}
    </>
  );
}

function Wanted({ views, hasMonth, available }: { views: readonly string[]; hasMonth: boolean; available: readonly ViewHead[] }) {
  const session = useSession();
  const isStory = usePicked(hasStory);
  const told = useToldView(views.includes(STORY) && isStory);
  const { shown, missing } = wantedOf(withTold(views, available.find(({ name }) => name === told)?.name), available, isStory);
  const names = shown.join(" ");
  const toldBefore = useRef(told);
  useEffect(() => {
    const { open } = session.store.get();
    // What another step opened is closed again.
    const before = toldBefore.current;
    if (before && before !== told && !shown.includes(before) && before !== FIGURES) session.closeView(before);
    toldBefore.current = told;
    for (const name of shown) {
      const head = available.find((view) => view.name === name);
      if (head && !open.has(name)) session.openView(name, openedBy(head.kind));
    }
  }, [names]);
  return (
    <>
      {missing.length > 0 && (
        <p class="notice error" role="alert">
          {missingWords(missing, available, isStory)}
        </p>
      )}
      {hasMonth && !shown.includes(FLOOR) && <MonthControl names={shown} />}
      {shown.map((name) => {
        if (name === FLOOR) return <Floor key={name} />;
        if (name === STORY) return null; // which stands above
        return <Shown key={name} head={available.find((view) => view.name === name)!} />;
      })}
    </>
  );
}

/** The view that a step of the story looks at, once it is told. */
function useToldView(isTold: boolean): string | undefined {
  const [view, setView] = useState<string>();
  useEffect(() => {
    const look = (now = telling.get()) => setView(now?.story?.steps[now.at] && (now.story.steps[now.at]!.view ?? LEADING[0]));
    look();
    return telling.watch(look);
  }, []);
  return isTold ? view : undefined;
}

/** What is asked for, with that view right behind the story. */
function withTold(views: readonly string[], told: string | undefined): readonly string[] {
  return views.flatMap((name) => (name === STORY && told ? [name, told] : [name]));
}

/** A view under its title, where it has none of its own. */
function Shown({ head: { name, title, note, kind } }: { head: ViewHead }) {
  const isOpen = usePicked((state) => state.open.has(name));
  if (!isOpen) return null;
  const hasTitle = kind === "answer" || kind === "cells" || kind === "chart";
  return (
    <section class="embed-view" id={`view-${name}`} aria-label={title}>
      {!hasTitle && <h2 title={note}>{title}</h2>}
      <View name={name} />
    </section>
  );
}

/** Where it cannot be drawn, the tables that say the same stand in its place. */
function Floor() {
  const session = useSession();
  const place = useRef<HTMLElement>(null);
  const [failed, setFailed] = useState<string>();
  useEffect(() => lone.set(place.current!.querySelector<HTMLElement>(".alone .scene") ?? undefined), []);
  useEffect(() => {
    if (failed) for (const name of BESIDE) session.openView(name, "month");
  }, [failed]);
  return (
    <>
      <Figured>
        <section class="floor" aria-label="Site over time" ref={place}>
          <Timeline />
          <SceneView failed={failed} onFailed={setFailed} />
        </section>
      </Figured>
      {failed && BESIDE.map((name) => <Instead key={name} name={name} />)}
    </>
  );
}

function Instead({ name }: { name: string }) {
  const view = useView(name);
  return view ? <Shown head={view} /> : null;
}

/** A frame may forbid new windows, in which case the link does nothing: then its address is there to be copied. */
function WholePage() {
  const link = usePicked((state) => (state.linkOf?.scenario === state.history?.present ? state.link : undefined));
  const [shown, setShown] = useState(false);
  const address = wholePage(location.href, link);
  return (
    <footer class="embed-foot">
      <a href={address} target="_blank" rel="noopener" onClick={() => setShown(!isSurelyAllowed("allow-popups"))}>
        Open in Rackonomics
      </a>
      {shown && (
        <CopyField
          inline
          words="If nothing opened, this frame does not allow new windows. Copy the address from here:"
          text={address}
          onClose={() => setShown(false)}
        />
      )}
    </footer>
  );
}
