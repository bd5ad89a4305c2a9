// The goal, in a line that can be changed: of what, on which side, of which target.
import { useEffect, useState } from "preact/hooks";
import type { Goal, NamedMeasure } from "../engine/messages";
import { displayOf } from "../format";
import { senseWords, soughtTitle } from "../solved";
import { type Levers, Takes } from "../state/takes";
import { usePicked, useSession } from "./context";
import { DateField } from "./DateField";
import { NumberField } from "./NumberField";
import { Search } from "./Search";
import { told } from "./taking";

interface Props {
  levers: Levers;
  onGoal(goal: Goal): void;
}

export function TakeGoal({ levers: { goal, sought }, onGoal }: Props) {
  const [choosing, setChoosing] = useState(false);
  const senses = (sought.kind === "number" ? [">=", "<=", "="] : ["<=", ">="]) as NonNullable<Goal["sense"]>[];
  const title = soughtTitle(sought, goal);
  return (
    <section class="take-goal" aria-label="Goal">
      <b>{title}</b>
      <select
        aria-label={`${title}: on which side of the target`}
        value={goal.sense}
        onChange={(event) => onGoal({ ...goal, sense: event.currentTarget.value as NonNullable<Goal["sense"]> })}
      >
        {senses.map((sense) => (
          <option key={sense} value={sense}>
            {senseWords(sought, sense)}
          </option>
        ))}
      </select>
      <Target goal={goal} sought={sought} onGoal={onGoal} />
      <button type="button" class="small" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
        Another figure…
      </button>
      {choosing && (
        <Measures
          onChoose={(measure) => {
            setChoosing(false);
            onGoal({ measure, target: { number: 0 } });
          }}
          onCancel={() => setChoosing(false)}
        />
      )}
    </section>
  );
}

function Target({ goal, sought, onGoal }: { goal: Goal; sought: Levers["sought"]; onGoal(goal: Goal): void }) {
  const id = "take-target";
  const label = `${soughtTitle(sought, goal)}: target`;
  if (sought.kind !== "number") {
    const set = (text: string) => onGoal({ ...goal, target: { number: 0, text } });
    return <DateField id={id} label={label} kind={sought.kind} value={goal.target.text ?? ""} onDate={set} onDone={() => {}} />;
  }
  const display = displayOf(sought);
  const field = { title: "Target", unit: sought.unit, whole: false, ...(display && { display }) };
  return (
    <NumberField
      id={id}
      label={label}
      field={field}
      value={goal.target.number}
      onValue={(number) => onGoal({ ...goal, target: { number } })}
      onDone={() => {}}
    />
  );
}

function Measures({ onChoose, onCancel }: { onChoose(name: string): void; onCancel(): void }) {
  const session = useSession();
  const scenario = usePicked((state) => state.resultOf);
  const [measures, setMeasures] = useState<readonly NamedMeasure[]>();
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    if (!scenario) return;
    const asking = new AbortController();
    told(new Takes(session.pool).measures(scenario, asking.signal), asking.signal, setTrouble).then(
      (list) => list && setMeasures(list),
      (reason: Error) => setTrouble(reason.message),
    );
    return () => asking.abort();
  }, [scenario]);
  if (trouble) return <p class="notice error">{trouble}</p>;
  if (!measures) return <p role="status">Looking for the figures…</p>;
  const choices = measures.map(({ name, title }) => ({ key: name, title }));
  return <Search label="Another figure" choices={choices} onChoose={onChoose} onCancel={onCancel} />;
}
