// A value that changes by date: its steps, what happens between them, and a yearly escalator.
import { formatQuantity } from "../format";
import { dateProblem, type Profile, simplified, withAddedStep, withEscalator, withoutStep, withStep } from "../profile";
import { type NumberField as Field, sliderRange } from "../quantity";
import { DateField } from "./DateField";
import { NumberField } from "./NumberField";
import { Slider } from "./Slider";

interface Props {
  id: string;
  label: string;
  field: Field;
  /** A value that the slider's range is made for. */
  usual: number;
  profile: Profile;
  problem?: string | undefined;
  onProfile(value: Profile | number, gesture?: string): void;
  onDone(): void;
}

const ESCALATOR: Field = { title: "Escalator", unit: "1", display: "percent", min: -0.5, max: 0.5, step: 0.005 };

export function ProfileControl({ id, label, field, usual, profile, problem, onProfile, onDone }: Props) {
  const wrong = dateProblem(profile);
  const range = sliderRange(field, usual);
  const words = (quantity: number) => formatQuantity(quantity, field.unit, field.display);
  const longer = withAddedStep(profile);
  return (
    <div class="profile" role="group" aria-label={`${label} by date`}>
      {profile.steps.map((step, at) => {
        const name = `${label}, step ${at + 1}`;
        const set = (value: number, gesture: string) => onProfile(withStep(profile, at, { value }), gesture);
        return (
          <div class="profile-step" key={at}>
            <DateField
              id={at === 0 ? id : `${id}-from-${at}`}
              label={`${name}, from`}
              kind="month"
              value={step.from}
              refuse={(from) => wordsOf(label, dateProblem(withStep(profile, at, { from })))}
              onDate={(from) => onProfile(withStep(profile, at, { from }), `date ${id} ${at}`)}
              onDone={onDone}
            />
            {range && (
              <Slider
                label={name}
                text={words(step.value)}
                endText={words}
                range={range}
                value={step.value}
                onValue={(value) => set(value, `slide ${id} ${at}`)}
                onDone={onDone}
              />
            )}
            <NumberField
              id={`${id}-value-${at}`}
              label={name}
              field={field}
              value={step.value}
              onValue={(value) => set(value, `type ${id} ${at}`)}
              onDone={onDone}
            />
            <button
              type="button"
              class="icon"
              aria-label={`Remove step ${at + 1} of ${label}`}
              disabled={profile.steps.length === 1}
              onClick={() => onProfile(withoutStep(profile, at))}
            >
              ×
            </button>
            {wrong?.index === at && (
              <span class="message" role="alert">
                {wordsOf(label, wrong)}
              </span>
            )}
          </div>
        );
      })}
      <div class="profile-foot">
        <button type="button" class="small" aria-label={`+ step: ${label}`} disabled={longer === profile} onClick={() => onProfile(longer)}>
          + step
        </button>
        <label>
          between
          <select
            value={profile.between ?? "step"}
            aria-label={`${label}: between the dates`}
            onChange={(event) => onProfile({ ...profile, between: event.currentTarget.value as "step" | "linear" })}
          >
            <option value="step">hold</option>
            <option value="linear">ramp</option>
          </select>
        </label>
        <span class="escalator">
          <span aria-hidden="true">a year</span>
          <NumberField
            id={`${id}-escalator`}
            label={`${label}: escalator a year`}
            field={ESCALATOR}
            value={profile.escalator ?? 0}
            onValue={(escalator) => onProfile(withEscalator(profile, escalator), `type ${id} escalator`)}
            onDone={onDone}
          />
        </span>
        {profile.steps.length === 1 && !profile.escalator && (
          <button type="button" class="small" onClick={() => onProfile(simplified(profile))}>
            one value
          </button>
        )}
      </div>
      {problem && (
        <p class="message" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function wordsOf(label: string, problem: { message: string } | undefined): string | undefined {
  return problem && `${label}: ${problem.message}`;
}
