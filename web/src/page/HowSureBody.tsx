// How sure the figures are: which inputs are uncertain, and what all their cases together come to.
import { useEffect, useState } from "preact/hooks";
import type { GatherAnswer } from "../engine/messages";
import { asPage, decimals } from "../format";
import { inputLayers } from "../state/inputvalues";
import { standing } from "../state/state";
import { type StudyOf, studyPhase, studyStanding } from "../state/studies";
import { Chances } from "./Chances";
import { Correlations } from "./Correlations";
import { usePicked, useSession } from "./context";
import { disagreeing } from "./inputs";
import { UncertainInputs } from "./UncertainInputs";
import { Figured } from "./Waiting";
import "../styles/study.css";

export function HowSureBody() {
  const isUncertain = usePicked((state) => (state.result?.document.study?.uncertain.length ?? 0) > 0);
  return isUncertain ? <Uncertain /> : <Beginning />;
}

function Beginning() {
  return (
    <div class="how-sure-body">
      <p>
        Nothing is uncertain yet. Type a range in place of a number among the assumptions, such as <code translate={false}>25 to 35</code> or{" "}
        <code translate={false}>±10 %</code>.
      </p>
      <TakeSources />
    </div>
  );
}

/** A study at one click: every input of which the sources say different values. */
function TakeSources() {
  const session = useSession();
  const result = usePicked((state) => state.result);
  const changes = usePicked((state) => state.history?.present.changes);
  const [problems, setProblems] = useState<readonly string[]>([]);
  if (!result || !changes) return null;
  const state = session.store.get();
  const layers = inputLayers(state);
  const inputs = disagreeing(state, layers);
  if (inputs.length === 0) return null;
  const take = async () => {
    const wrong = await session.range(inputs.map(({ path }) => ({ path, text: "sources" })));
    setProblems(wrong.flatMap((problem, at) => (problem ? [`${inputs[at]!.title}: ${problem}`] : [])));
  };
  return (
    <>
      <button type="button" class="small" onClick={() => void take()}>
        Take every input whose sources disagree
      </button>{" "}
      <span class="quiet">{listed(inputs.map(({ title }) => title))}.</span>
      {problems.map((problem) => (
        <p class="message" role="alert" key={problem}>
          {problem}
        </p>
      ))}
    </>
  );
}

function Uncertain() {
  const study = usePicked((state) => state.study);
  const isStale = usePicked((state) => studyStanding(state) !== "current");
  const isRefused = usePicked((state) => standing(state) === "refused");
  return (
    <div class="how-sure-body">
      <UncertainInputs>
        <TakeSources />
      </UncertainInputs>
      <Correlations />
      <Going study={study} isRefused={isRefused} />
      {study?.problems.map(({ path, message }) => (
        <p class="notice error" key={path}>
          {path && `${path}: `}
          {message}
        </p>
      ))}
      {study?.answer && (
        <Figured of={studyStanding}>
          {isStale && <p class="former">These are the chances of the inputs before.</p>}
          <Chances answer={study.answer} tornados={study.tornados} followed={study.followed} />
        </Figured>
      )}
      <Announced answer={isStale ? undefined : study?.answer} />
    </div>
  );
}

/** How far the cases are, and how to stop them. */
function Going({ study, isRefused }: { study: StudyOf | undefined; isRefused: boolean }) {
  const session = useSession();
  const phase = usePicked(studyPhase);
  if (isRefused) return <p class="quiet">These inputs cannot be computed.</p>;
  const { blocks = 0, of = 1 } = (study?.phase === "computing" && study.going) || {};
  const { cases = 0, paths = 0 } = study?.answer ?? {};
  return (
    <div class="going" data-phase={phase}>
      {phase === "computing" && (
        <>
          <progress max={of} value={blocks} aria-label="Cases computed" />
          <span class="quiet">Computing the cases…</span>
          <button type="button" class="small" onClick={() => session.cancelStudy()}>
            Cancel
          </button>
        </>
      )}
      {phase === "stopped" && (
        <>
          <span class="quiet">Stopped{study?.answer ? ` at ${counted(cases)} of ${counted(paths)} cases` : ""}.</span>
          <button type="button" class="small" onClick={() => session.goOnWithStudy()}>
            Compute them
          </button>
        </>
      )}
      {phase === "whole" && study?.answer && (
        <span class="quiet">
          {counted(cases)} cases, computed {study.going?.computed.join("; some ")}. ± says how far chance may have moved a figure: the true one is
          within it in nine studies of ten.
        </span>
      )}
    </div>
  );
}

/** Says the first chance once all cases are in, and politely. */
function Announced({ answer }: { answer: GatherAnswer | undefined }) {
  const [text, setText] = useState("");
  const whole = answer && answer.cases === answer.paths ? answer : undefined;
  useEffect(() => {
    if (!whole) return;
    const asked = whole.chances?.find(({ measure }) => measure === whole.asked) ?? whole.chances?.[0];
    setText(asPage(asked?.text ?? ""));
  }, [whole]);
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  );
}

/** With all its digits: 10,000. */
function counted(count: number): string {
  return decimals(count, 0, 0);
}

/** The first of some names, and how many more there are. */
function listed(names: readonly string[]): string {
  const most = 6;
  const first = names.slice(0, most).join("; ");
  return names.length > most ? `${first}; and ${names.length - most} more` : first;
}
