// The drawer that answers "What would it take?": input by input, for which values a figure reaches its target.
import { useState } from "preact/hooks";
import type { Goal } from "../engine/messages";
import { inputText, outcome, solvedWords } from "../solved";
import { standing, type Taking } from "../state/state";
import { Asking } from "./Asking";
import { usePicked, useSession } from "./context";
import { Drawer } from "./Drawer";
import { pathTitle } from "./inputs";
import { MapOf } from "./MapOf";
import { Search } from "./Search";
import { TakeGoal } from "./TakeGoal";
import { type Answer, type Answers, useAnswers } from "./taking";
import { variedInputs } from "./variedinputs";
import { Words } from "./Words";
import "../styles/take.css";

export function Take() {
  const taking = usePicked((state) => state.taking);
  return taking ? <Asked key={taking.title} taking={taking} /> : null;
}

const NONE: readonly string[] = [];

function Asked({ taking }: { taking: Taking }) {
  const session = useSession();
  const [goal, setGoal] = useState<Goal>(taking.goal);
  const [more, setMore] = useState(NONE);
  const [axes, setAxes] = useState<readonly [string, string]>();
  const asked = useAnswers(goal, more);
  const stand = usePicked(standing);
  const { levers, trouble, paths } = asked;
  const openMap = (path: string) => setAxes([path, paths.find((other) => other !== path) ?? path]);
  return (
    <Drawer
      label={`What would it take? ${taking.title}`}
      title="What would it take?"
      about={taking}
      wide={axes !== undefined}
      onClose={() => session.take(undefined)}
    >
      {stand === "refused" && <p class="notice error">The present inputs cannot be computed; what follows is of the last that could.</p>}
      {trouble && (
        <p class="notice error" role="alert">
          {trouble}
        </p>
      )}
      {!levers && !trouble && (
        <Asking
          doing="Looking for what would change it"
          progress={undefined}
          stop={{ isStopped: asked.isStopped, stopped: "Cancelled.", again: "Look again", onStop: (stop) => (stop ? asked.stop() : asked.goOn()) }}
        />
      )}
      {levers && <TakeGoal levers={levers} onGoal={setGoal} />}
      {levers && axes && <MapOf levers={levers} axes={axes} answers={asked.answers} onAxes={setAxes} onBack={() => setAxes(undefined)} />}
      {levers && !axes && (
        <>
          <Standing asked={asked} />
          <ul class="takes" aria-live="polite">
            {paths.map((path) => (
              <OfInput key={path} path={path} answer={asked.answers.get(path)} asked={asked} onMap={() => openMap(path)} />
            ))}
          </ul>
          <More known={paths} onPath={(path) => setMore([...more, path])} />
          <p class="take-more">
            <button type="button" class="small" disabled={paths.length < 2} onClick={() => openMap(paths[0]!)}>
              Two inputs: a map
            </button>
          </p>
          <p class="quiet">
            One input at a time, all others as they are. Each value is proved by the whole model, at it and one step beside. An illustration, not
            advice.
          </p>
          <ComputedBy asked={asked} />
        </>
      )}
    </Drawer>
  );
}

/** How the goal stands as the inputs are, and how far the answers are. */
function Standing({ asked }: { asked: Answers }) {
  const { answers, isAsking, isCurrent, isStopped, paths } = asked;
  const now = [...answers.values()].find((answer) => answer.solved && isCurrent(answer))?.solved?.now;
  const isFormer = [...answers.values()].some((answer) => answer.solved && !isCurrent(answer));
  const isWhole = paths.map((path) => answers.get(path)).every((answer) => answer && isCurrent(answer) && (answer.solved || answer.trouble));
  return (
    <div class="take-standing">
      <p role="status">
        {now && <Words told={[now.met ? "It is met as the inputs are: " : "It is not met as the inputs are: ", ...outcome(now), "."]} />}
        {isFormer && <span class="former"> What is grey is of former inputs{isStopped ? "." : " and is computed anew."}</span>}
      </p>
      {isAsking ? (
        <button type="button" class="small" onClick={asked.stop}>
          Stop
        </button>
      ) : (
        isStopped &&
        !isWhole && (
          <button type="button" class="small" onClick={asked.goOn}>
            Go on
          </button>
        )
      )}
    </div>
  );
}

/** By what the values were tried of which the answers tell those that do it. */
function ComputedBy({ asked: { answers, paths } }: { asked: Answers }) {
  const computed = new Set(paths.flatMap((path) => answers.get(path)?.solved?.computed ?? []));
  return computed.size > 0 ? <p class="quiet">Values were tried {[...computed].join("; some ")}.</p> : null;
}

interface InputProps {
  path: string;
  answer: Answer | undefined;
  asked: Answers;
  onMap(): void;
}

function OfInput({ path, answer, asked, onMap }: InputProps) {
  const session = useSession();
  const things = usePicked((state) => state.result?.document.instances) ?? [];
  const title = pathTitle(path, things);
  const { solved, trouble, doing } = answer ?? {};
  const isFormer = answer !== undefined && !asked.isCurrent(answer);
  const set = (value: unknown) => {
    session.change(path, value);
    session.endGesture();
  };
  const points = solved ? (solved.solutions.length > 0 ? solved.solutions.map(({ at }) => at) : solved.nearest ? [solved.nearest] : []) : [];
  return (
    <li class={isFormer ? "former" : ""} aria-busy={!solved && !trouble}>
      <p>
        <b>{title}:</b> {solved && <Words told={solvedWords(solved)} />}
        {trouble && <span class="message">{trouble}</span>}
        {!solved && !trouble && <span class="quiet">{asked.isAsking ? `${doing ?? "waiting for its turn"}…` : "not computed"}</span>}
      </p>
      {solved && (
        <p class="take-does">
          {points
            .filter(({ value }) => value.number !== solved.now.value.number || value.text !== solved.now.value.text)
            .map(({ value, set: says }, at) => (
              <button
                key={at}
                type="button"
                class="small"
                disabled={isFormer}
                aria-label={`Set ${inputText(value, solved.times)}: ${title}`}
                onClick={() => set(says)}
              >
                Set {inputText(value, solved.times)}
              </button>
            ))}
          <button type="button" class="small" aria-label={`Map of ${title} and another input`} onClick={onMap}>
            Map
          </button>
        </p>
      )}
    </li>
  );
}

function More({ known, onPath }: { known: readonly string[]; onPath(path: string): void }) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <p class="take-more">
        <button type="button" class="small" onClick={() => setOpen(true)}>
          Another input…
        </button>
      </p>
    );
  const choose = (path: string) => {
    setOpen(false);
    onPath(path);
  };
  const choices = variedInputs(session.store.get()).filter(({ key }) => !known.includes(key));
  return <Search label="Another input" choices={choices} onChoose={choose} onCancel={() => setOpen(false)} />;
}
