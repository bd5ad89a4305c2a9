// One assumption: its control, whether it was changed, and behind a click where it comes from.
import { useState } from "preact/hooks";
import { catalog, type InputDeclaration } from "../catalog";
import type { InputValue, Problem, Uncertain } from "../engine/messages";
import { formatQuantity, unitBeside, unitWords } from "../format";
import { rangePath } from "../paths";
import { isProfile, type Profile, profileOf } from "../profile";
import { type NumberField as Field, rangeProblem, sliderRange } from "../quantity";
import { inputAt, inputLayers, valueNow } from "../state/inputvalues";
import type { State } from "../state/state";
import { uncertainNow } from "../state/uncertainty";
import { usePicked, useSession } from "./context";
import { DateField } from "./DateField";
import { baseInput, declaredSources, domId, isChanged, statedNumbers, valueWords } from "./inputs";
import { Later } from "./Later";
import { Marked } from "./Marked";
import { NumberField } from "./NumberField";
import { ProfileControl } from "./ProfileControl";
import { Slider } from "./Slider";
import { Stated } from "./Stated";
import type { RangeInPlace } from "./textentry";
import { UncertainMark } from "./UncertainMark";
import { unlessSame } from "./unlesssame";

interface Props {
  declaration: InputDeclaration;
  path: string;
  value: unknown;
  /** The base's own, undefined for an input of an instance that was added. */
  base: InputValue | undefined;
  now: InputValue | undefined;
  changed: boolean;
  problem: string | undefined;
  start: string;
  /** How likely each value is, where more than one is. */
  uncertain?: Uncertain | undefined;
  /** What is searched for. */
  query?: string | undefined;
  /** Stands first and large, with the title of whose it is. */
  lever?: string | undefined;
}

/** An input of a thing as it stands now. */
export function Assumption({ declaration, path, state, ...how }: Pick<Props, "declaration" | "path" | "query" | "lever"> & { state: State }) {
  const layers = inputLayers(state);
  return (
    <InputRow
      {...how}
      declaration={declaration}
      path={path}
      value={valueNow(layers, path)}
      base={baseInput(state, path)}
      now={inputAt(layers, path)}
      changed={isChanged(layers.changes, path)}
      uncertain={uncertainNow(layers, path)}
      problem={problemOf(state.problems, path) ?? problemOf(state.problems, rangePath(path))}
      start={state.result!.document.start}
    />
  );
}

export function problemOf(problems: readonly Problem[], path: string): string | undefined {
  return problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`))?.message;
}

/** Not drawn again by what leaves it as it is, as a tick of another's slider does. */
export const InputRow = unlessSame((props: Props) => {
  const { declaration, path, value, changed, base, uncertain, query, lever } = props;
  const session = useSession();
  const [open, setOpen] = useState(false);
  const id = domId(path);
  const unit = declaration.kind === "number" ? unitBeside(declaration.title, unitWords(declaration.unit, declaration.display)) : "";
  // What a shipped scenario leaves at the model's defaults is meant.
  const isOwn = usePicked((state) => state.history?.present.base.shipped === false);
  const isDefault = isOwn && !changed && (base ?? props.now)?.given === false;
  const assumed = changed ? false : (base ?? props.now)?.assumption;
  return (
    <div
      class={["input", changed && "changed", lever !== undefined && "lever", declaration.kind !== "number" && "inline"].filter(Boolean).join(" ")}
      data-path={path}
    >
      <div class="input-head">
        <label for={id}>
          <Marked text={declaration.title} query={query} />
        </label>
        {lever && <span class="whose">{lever}</span>}
        {unit && unit !== "%" && <span class="unit">{unit}</span>}
        {(isDefault || assumed) && lever === undefined && <Standing isDefault={isDefault} isAssumed={assumed ?? false} />}
        <span class="input-tools">
          {changed && (
            <button
              type="button"
              class="icon"
              title={`Back to ${valueWords(base?.value, declaration)}`}
              aria-label={`Reset ${declaration.title}`}
              onClick={() => session.reset(path)}
            >
              ↺
            </button>
          )}
          <button type="button" class="icon" aria-expanded={open} aria-label={`About ${declaration.title}`} onClick={() => setOpen(!open)}>
            {open ? "▴" : "▾"}
          </button>
        </span>
      </div>
      <Control {...props} id={id} />
      {uncertain && (
        <UncertainMark label={declaration.title} path={path} uncertain={uncertain} isInField={isInField(declaration, uncertain, value)} />
      )}
      {declaration.scope !== "scenario" && (lever !== undefined || open || changed) && (
        <Stated
          declaration={declaration}
          value={value}
          base={base}
          now={props.now}
          changed={changed}
          isDefault={isDefault}
          open={open}
          onOpen={() => setOpen(!open)}
        />
      )}
      {open && <Later name="InputDetails" declaration={declaration} path={path} value={value} base={base} now={props.now} uncertain={uncertain} />}
    </div>
  );
});

/** Whether a range stands in place of the value: not where that is a switch, a choice, steps by date or "never". */
function isInField({ kind, endless }: InputDeclaration, { times }: Uncertain, value: unknown): boolean {
  if (kind === "number") return !times && !isProfile(value);
  return (kind === "month" || kind === "day") && !(endless && value === catalog.last_month);
}

/** What a value stands on that no one gave for this scenario, or that no source states. */
function Standing({ isDefault, isAssumed }: { isDefault: boolean; isAssumed: boolean }) {
  const words = [isDefault && "default", isAssumed && "assumption"].filter(Boolean).join(", ");
  const title = [
    isDefault && "The scenario does not give this: it is the model’s default.",
    isAssumed && "No source states this value: it is our assumption.",
  ];
  return (
    <span class="badge" title={title.filter(Boolean).join(" ")}>
      {words}
    </span>
  );
}

function Control({ declaration, path, value, base, now, problem, start, id, uncertain }: Props & { id: string }) {
  const session = useSession();
  const label = declaration.title;
  const set = (next: unknown, gesture?: string) => session.change(path, next, gesture);
  const done = () => session.endGesture();
  const range: RangeInPlace | undefined =
    declaration.scope === "scenario"
      ? undefined
      : {
          text: uncertain?.times ? undefined : uncertain?.text,
          onText: (text) => session.range([{ path, text }]).then(([wrong]) => rangeProblem(label, wrong)),
        };
  if (declaration.kind === "switch") {
    return (
      <div class="control">
        <input id={id} type="checkbox" role="switch" class="switch" checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />
        <span aria-hidden="true">{value === true ? "on" : "off"}</span>
        <Message text={problem} />
      </div>
    );
  }
  if (declaration.kind === "choice") {
    return (
      <div class="control">
        <select id={id} value={String(value)} onChange={(event) => set(event.currentTarget.value)}>
          {declaration.options?.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
        <Message text={problem} />
      </div>
    );
  }
  if (declaration.kind === "month" || declaration.kind === "day") {
    return (
      <div class="control">
        <DateControl
          id={id}
          declaration={declaration}
          value={String(value)}
          problem={problem}
          onDate={(date) => set(date, `date ${path}`)}
          onDone={done}
          range={range}
        />
      </div>
    );
  }
  const field = numberField(declaration);
  const usual = usualValue(base?.value, declaration);
  if (isProfile(value)) {
    return (
      <ProfileControl id={id} label={label} field={field} usual={usual} profile={value as Profile} problem={problem} onProfile={set} onDone={done} />
    );
  }
  // A thing that the engine has not told of yet has no value, and no other stands for it.
  if (typeof value !== "number") {
    return (
      <div class="control">
        <Message text={problem} />
      </div>
    );
  }
  // A thumb would say that one value is meant.
  const slides = uncertain && !uncertain.times ? undefined : sliderRange(field, usual);
  const words = (quantity: number) => formatQuantity(quantity, field.unit, field.display);
  return (
    <div class="control">
      {slides && (
        <Slider
          id={id}
          label={label}
          text={words(value)}
          endText={words}
          range={slides}
          said={statedNumbers(declaredSources(declaration, base ?? now))}
          value={value}
          onValue={(next) => set(next, `slide ${path}`)}
          onDone={done}
        />
      )}
      <NumberField
        id={slides ? `${id}-exact` : id}
        label={`${label}, exact`}
        field={field}
        value={value}
        problem={problem}
        onValue={(next) => set(next, `type ${path}`)}
        onDone={done}
        range={range}
      />
      {declaration.profile && (
        <button
          type="button"
          class="icon by-date"
          title="Let this change by date"
          aria-label={`Let ${label} change by date`}
          onClick={() => set(profileOf(value, start))}
        >
          ⋯
        </button>
      )}
    </div>
  );
}

interface DateProps {
  id: string;
  declaration: InputDeclaration;
  value: string;
  problem: string | undefined;
  onDate(date: string): void;
  onDone(): void;
  range: RangeInPlace | undefined;
}

/** Where "never" becomes a month, that is at first the month looked at. */
function DateControl({ declaration, ...field }: DateProps) {
  const shown = usePicked(({ result, view }) => result?.months[view.month ?? 0]);
  const words = declaration.endless;
  const kind = declaration.kind === "day" ? "day" : "month";
  return <DateField {...field} label={declaration.title} kind={kind} endless={words && shown ? { words, month: shown } : undefined} />;
}

function Message({ text }: { text: string | undefined }) {
  return text ? (
    <span class="message" role="alert">
      {text}
    </span>
  ) : null;
}

function numberField({ title, unit, display, min, max, step, whole = false }: InputDeclaration): Field {
  return {
    title,
    unit,
    whole,
    ...(display && { display }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(step !== undefined && { step }),
  };
}

/** The value that a slider's range is made for: the base's, or its largest step. */
function usualValue(base: unknown, declaration: InputDeclaration): number {
  if (typeof base === "number") return base;
  if (isProfile(base)) return Math.max(...base.steps.map((step) => step.value));
  return typeof declaration.default === "number" ? declaration.default : 0;
}
