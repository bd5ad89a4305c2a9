// The goal, in a line that can be changed: of what, on which side, of which target.
import { useState } from "preact/hooks";
import type { Goal } from "../engine/messages";
import { displayOf } from "../format";
import { senseWords, soughtTitle } from "../solved";
import type { Levers } from "../state/takes";
import { DateField } from "./DateField";
import { Measures } from "./Measures";
import { NumberField } from "./NumberField";

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
          onChoose={({ name }) => {
            setChoosing(false);
            onGoal({ measure: name, target: { number: 0 } });
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
