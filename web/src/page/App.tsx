// The page: assumptions at the left, figures, floor plan and charts at the right.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { isLinkPresent } from "../state/links";
import type { Session } from "../state/session";
import { standing } from "../state/state";
import { useSelected } from "../state/store";
import { Announcer } from "../views/Announcer";
import { Leading } from "../views/Leading";
import { Pinned } from "../views/Pinned";
import { BESIDE, LEADING } from "../views/places";
import { About } from "./About";
import { AsOf } from "./AsOf";
import { Assumptions } from "./Assumptions";
import { SessionContext, usePicked, useSession } from "./context";
import { Header } from "./Header";
import { useHoveredMonth } from "./hoveredmonth";
import { ASSUMPTIONS, domId } from "./inputs";
import { Later, LaterOnceIdle } from "./Later";
import { useNeeding } from "./needing";
import { ProblemText } from "./ProblemText";
import { SceneView } from "./SceneView";
import { SectionBar } from "./SectionBar";
import { MoreOf, Sections, sectionId } from "./Sections";
import { useLettingGo } from "./Selectable";
import { StoryInvitation, StoryPlace } from "./StoryPlace";
import { useShortcuts } from "./shortcuts";
import { dialog } from "./showndialog";
import { Timeline } from "./Timeline";
import { Figured, useInert, Waiting } from "./Waiting";

const FIGURES = sectionId("answer");

export function App({ session }: { session: Session }) {
  useShortcuts(session);
  useHoveredMonth();
  useLettingGo(session);
  useNeeding(session);
  // What follows the state is a component of its own: whatever is picked here would have the whole page drawn anew.
  return (
    <SessionContext.Provider value={session}>
      <a class="skip" href={`#${FIGURES}`} onClick={skipToFigures}>
        Skip to the figures
      </a>
      <a class="skip" href={`#${domId(ASSUMPTIONS)}`} onClick={(event) => skipToAssumptions(event, session)}>
        Skip to the assumptions
      </a>
      <Header />
      <Waiting />
      <Layout>
        <main id="main" tabIndex={-1}>
          <LaterOnceIdle name="Resume" />
          <Notices />
          <Title />
          <StoryInvitation />
          <SectionBar />
          <div id={FIGURES} tabIndex={-1}>
            {LEADING.map((name) => (
              <Leading key={name} name={name} />
            ))}
          </div>
          <IfChanged />
          <div class="sections">
            <div>
              <Stage />
              <MoreOf name="floor" />
            </div>
            <Sections />
          </div>
          <Footer />
        </main>
        <Panel />
      </Layout>
      <Asked />
      <StoryPlace />
      <Shared />
      <LaterOnceIdle name="Report" />
      <Announcer />
    </SessionContext.Provider>
  );
}

/** By itself, since whether the link is there changes twice with every tick of a slider, and nothing in it shows that. */
function Layout({ children }: { children: ComponentChildren }) {
  return (
    <div class="layout" ref={useInert(useSession(), ({ opening }) => opening)} data-link={usePicked(isLinkPresent) ? "present" : "awaited"}>
      {children}
    </div>
  );
}

function Panel() {
  const [narrowOpen, setNarrowOpen] = useState(false);
  const jump = usePicked((state) => state.jump);
  const toggle = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (jump) setNarrowOpen(true);
  }, [jump]);
  const close = (event: KeyboardEvent) => {
    const isSheet = narrowOpen && toggle.current!.checkVisibility();
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || !isSheet) return;
    event.preventDefault(); // what is selected stays
    setNarrowOpen(false);
    toggle.current!.focus();
  };
  return (
    <aside class={narrowOpen ? "panel open" : "panel"} aria-label="Assumptions" onKeyDown={close}>
      <button type="button" class="panel-toggle" aria-expanded={narrowOpen} ref={toggle} onClick={() => setNarrowOpen(!narrowOpen)}>
        {narrowOpen ? "Close assumptions" : "Change assumptions"}
      </button>
      <div class="panel-body">
        <Assumptions />
      </div>
    </aside>
  );
}

/** The drawers and dialogs that were asked for. */
function Asked() {
  const isAskedTake = usePicked(({ taking }) => taking !== undefined);
  const isAskedWhy = usePicked(({ explained }) => explained !== undefined);
  const hasDialog = useSelected(dialog, ({ open }) => open !== undefined);
  return (
    <>
      {isAskedTake && <Later name="Take" />}
      {isAskedWhy && <Later name="Why" />}
      {hasDialog && <Later name="Dialogs" />}
    </>
  );
}

function Shared() {
  const isSharing = usePicked(({ sharing }) => sharing !== undefined);
  return isSharing ? <Later name="Share" /> : null;
}

/** The site over time, with what is pinned beside it. */
function Stage() {
  const [sceneFailed, setSceneFailed] = useState<string>();
  if (usePicked((state) => state.phase) === "failed") return null;
  return (
    <div class="stage" id={sectionId("floor")}>
      <Figured>
        <section class="floor" aria-label="Site over time">
          <Timeline />
          <SceneView failed={sceneFailed} onFailed={setSceneFailed} />
        </section>
      </Figured>
      <div class="beside">
        {BESIDE.map((name) => (
          <Pinned key={name} name={name} />
        ))}
      </div>
    </div>
  );
}

function IfChanged() {
  const isChanged = usePicked(({ history }) => (history?.present.changes.size ?? 0) > 0);
  return isChanged ? <Later name="Changes" /> : null;
}

/** The address holds the scenario, so a skip link must not write to it. */
function skipToFigures(event: Event): void {
  event.preventDefault();
  document.getElementById(FIGURES)?.focus();
}

/** On a phone they stand in a sheet, which opens. */
function skipToAssumptions(event: Event, session: Session): void {
  event.preventDefault();
  session.jumpTo(ASSUMPTIONS);
}

function Title() {
  const base = usePicked((state) => state.history?.present.base);
  const changes = usePicked((state) => state.history?.present.changes.size ?? 0);
  const phase = usePicked((state) => state.phase);
  if (!base)
    return (
      <div class="title">
        <h1>{phase === "failed" ? "No scenario is open" : "Rackonomics"}</h1>
        <p class="about">{phase === "failed" ? "Choose a scenario above." : "Loading the model…"}</p>
      </div>
    );
  return (
    <div class="title">
      <h1>{base.title}</h1>
      <About key={base.about} text={base.about} changes={changes} />
      <AsOf base={base} />
    </div>
  );
}

function Notices() {
  const session = useSession();
  const notices = usePicked((state) => state.notices);
  const noLink = usePicked(({ noLink, linkOf, history, problems }) =>
    linkOf?.scenario === history?.present && problems.length === 0 ? noLink : undefined,
  );
  const place = useRef<HTMLDivElement>(null);
  const isRefusal = notices.some(({ level }) => level === "error");
  // What one asked for may be answered out of sight.
  useEffect(() => {
    if (isRefusal) place.current?.scrollIntoView({ block: "nearest" });
  }, [notices]);
  const isStale = usePicked((state) => standing(state) === "refused");
  if (notices.length === 0 && !noLink && !isStale) return null;
  return (
    <div class="notices" ref={place}>
      {isStale && (
        <div class="notice error stale">
          <p>The figures are those of the last inputs that could be computed.</p>
        </div>
      )}
      {noLink && (
        <div class="notice warning" role="status">
          <p>There is no link to this scenario: {noLink}. Download does that.</p>
        </div>
      )}
      {notices.map((notice) => (
        <div class={`notice ${notice.level}`} role={notice.level === "error" ? "alert" : "status"} key={notice.text}>
          <div>
            <p>
              <ProblemText text={notice.text} />
            </p>
            {notice.lines && (
              <ul>
                {notice.lines.map((line) => (
                  <li key={line}>
                    <ProblemText text={line} />
                  </li>
                ))}
              </ul>
            )}
          </div>
          <button type="button" class="icon" aria-label={`Dismiss: ${notice.text}`} onClick={() => session.dismiss(notice)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}

function Footer() {
  const computed = usePicked(({ shown }) => (shown?.answer.isForeseen ? undefined : shown?.answer.computed));
  return (
    <footer>
      <p>
        Computed in this browser; nothing is sent anywhere. Months are calendar months. Break-even is reported for each line by itself, since they
        differ: a lease can carry operating income long before it carries investment.
      </p>
      {computed && <p>These figures were computed {computed}.</p>}
      <LaterOnceIdle name="KeptNote" />
      <LaterOnceIdle name="Offline" />
    </footer>
  );
}
