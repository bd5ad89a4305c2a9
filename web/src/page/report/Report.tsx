// The page on paper: three pages for who decides and will not move a slider. First the answer, then how it comes about, then on what
// it rests and where to try it.
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { standing } from "../../state/state";
import { useSelected } from "../../state/store";
import { usePicked, useSession } from "../context";
import { theme } from "../theme";
import { whenIdle } from "../whenidle";
import { AnswerPage } from "./AnswerPage";
import { FiguresPage } from "./FiguresPage";
import { fitPage } from "./fit";
import { GroundsPage } from "./GroundsPage";
import { gather, gathered, isCurrent, needsOf } from "./gather";
import { Printing } from "./Printing";
import { isReady, printReport } from "./print";
import "../../styles/report.css";

/** In milliseconds, that the page rests before the report is made. */
const REST = 400;

export function Report() {
  const isSharing = usePicked(({ sharing }) => sharing !== undefined);
  return (
    <>
      {!isSharing && (
        <div class="waiting printing">
          <Printing onStopped={() => document.getElementById("main")?.focus({ preventScroll: true })} />
        </div>
      )}
      <Paper />
    </>
  );
}

/** What is printed: hidden until then. */
function Paper() {
  const session = useSession();
  const onPaper = useSelected(theme, (state) => state.onPaper);
  const report = useSelected(gathered, (state) => state.report);
  const scenario = usePicked(({ resultOf }) => resultOf);
  const view = usePicked((state) => state.view);
  const needs = usePicked((state) => state.needs);
  usePicked(standing);
  useEffect(() => {
    let forget: (() => void) | undefined;
    const timer = setTimeout(() => {
      forget = whenIdle(() => void gather(session).catch(() => undefined)); // That the engine failed, the page says.
    }, REST);
    return () => {
      clearTimeout(timer);
      forget?.();
    };
  }, [scenario, view]);
  usePrintKey();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    for (const page of place.current?.querySelectorAll<HTMLElement>(".report-page") ?? []) fitPage(page);
  }, [onPaper, report]);
  if (!report) return null;
  if (!onPaper) return <div class="report" data-ready={isCurrent(session, gathered.get()) && needsOf(report, needs) !== undefined} hidden />;
  const state = session.store.get();
  if (!isCurrent(session, { report }))
    return (
      <div class="report">
        <p>The figures of the last change were still being computed when this was printed. Print the page again.</p>
      </div>
    );
  return (
    <div class="report" ref={place}>
      <AnswerPage report={report} isRefused={standing(state) === "refused"} needs={state.needs} />
      <FiguresPage report={report} />
      <GroundsPage report={report} state={state} />
    </div>
  );
}

/** The browser's own key prints what is there: where that is not of the last change yet, it is waited for. */
function usePrintKey(): void {
  const session = useSession();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "p") return;
      if (isReady(session)) return;
      event.preventDefault();
      void printReport(session);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [session]);
}
