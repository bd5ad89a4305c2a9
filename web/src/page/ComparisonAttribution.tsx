// Which change makes how much of the difference of a figure: the way from another scenario's figure to the one here.
import { useLayoutEffect, useState } from "preact/hooks";
import { comparedText, type FallStep, fallOf, headlines, shareText, stepText, sumsOf, whoseWords } from "../comparison";
import type { Attribution, NamedMeasure, Progress } from "../engine/messages";
import { ABSENT } from "../format";
import type { RoundOf } from "../state/comparing";
import { Asking } from "./Asking";
import { ownerOf } from "./ComparisonInputs";
import { type Answered, useComparing } from "./comparing";
import { Measures } from "./Measures";
import { Selectable, useIsSelected } from "./Selectable";

interface Asked {
  of: Answered;
  figure: string;
}

export function ComparisonAttribution({ answered, side }: { answered: Answered; side: number }) {
  const { title } = answered.sides[side]!;
  const figures = headlines(answered).flatMap(({ title: text, cells: [here] }) =>
    here?.value.measure ? [{ name: here.value.measure, title: text }] : [],
  );
  const [more, setMore] = useState<readonly NamedMeasure[]>([]);
  const [chosen, setChosen] = useState<string>();
  const choices = [...figures, ...more.filter(({ name }) => !figures.some((one) => one.name === name))];
  const numbers = figures.filter(({ name }) => numbersOf(answered, side, name).every((number) => number !== undefined));
  const differing = numbers.find(({ name }) => new Set(numbersOf(answered, side, name)).size > 1);
  const figure = chosen ?? (differing ?? numbers[0] ?? choices[0])?.name;
  const id = `comparison-attribution-${side}`;
  if (!figure) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>What makes the difference from {title}</h3>
      <div class="comparison-choices">
        <label>
          Figure{" "}
          <select value={figure} onChange={(event) => setChosen(event.currentTarget.value)}>
            {choices.map(({ name, title: text }) => (
              <option key={name} value={name}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <Another
          onChoose={(measure) => {
            setMore([...more, measure]);
            setChosen(measure.name);
          }}
        />
      </div>
      <Attributed answered={answered} side={side} figure={figure} />
    </section>
  );
}

/** What this scenario and a side have of a headline figure that is a number. */
function numbersOf({ shown }: Answered, side: number, measure: string): (number | undefined)[] {
  return [0, side + 1].map((at) => shown[at]!.views.flatMap(({ cells = [] }) => cells).find(({ value }) => value.measure === measure)?.value.number);
}

function Another({ onChoose }: { onChoose(measure: NamedMeasure): void }) {
  const [isOpen, setOpen] = useState(false);
  const choose = (measure: NamedMeasure) => {
    setOpen(false);
    onChoose(measure);
  };
  return (
    <>
      <button type="button" class="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Another figure…
      </button>
      {isOpen && <Measures onChoose={choose} onCancel={() => setOpen(false)} />}
    </>
  );
}

function Attributed({ answered, side, figure }: { answered: Answered; side: number; figure: string }) {
  const comparing = useComparing();
  const [answer, setAnswer] = useState<Asked & RoundOf>();
  const [progress, setProgress] = useState<Progress>();
  const [trouble, setTrouble] = useState<string>();
  const [isStopped, setStopped] = useState(false);
  const isOurs = answer?.figure === figure && answer.of.of === answered.of && answer.of.documents[side] === answered.documents[side];
  // Before the page is drawn: what says that it was cancelled has it given up.
  useLayoutEffect(() => {
    setTrouble(undefined);
    setProgress(undefined);
    if (isStopped || (isOurs && !answer.refines)) return;
    const asking = new AbortController();
    const { signal } = asking;
    const asked = { from: answered.documents[side]!, figure, first: isOurs ? answer.round + 1 : 0 };
    const told = {
      progress: (now: Progress | undefined) => !signal.aborted && setProgress(now),
      came: (round: RoundOf) => setAnswer({ of: answered, figure, ...round }),
    };
    comparing.attribution(answered.of, asked, signal, told).catch((reason: Error) => !signal.aborted && setTrouble(reason.message));
    return () => asking.abort();
  }, [answered.of, answered.documents[side], figure, isStopped]);
  const title = answered.sides[side]!.title;
  return (
    <>
      {trouble && (
        <p class="notice error" role="alert">
          {trouble}
        </p>
      )}
      {!trouble && !(isOurs && !answer.refines) && (
        <Asking
          doing={isOurs ? "A first estimate; computing a better one" : "Computing what each change makes"}
          progress={progress}
          stop={{
            isStopped,
            stopped: isOurs ? `Cancelled after ${answer.attribution.runs} scenarios; the parts are estimates.` : "Cancelled.",
            again: isOurs ? "Go on" : "Compute it",
            onStop: setStopped,
          }}
        />
      )}
      {isOurs && <Fall attribution={answer.attribution} title={title} />}
    </>
  );
}

function Fall({ attribution, title }: { attribution: Attribution; title: string }) {
  const { from, to, difference, parts, exact, runs, absent = 0 } = attribution;
  if (!difference || absent > 0)
    return (
      <p class="attribution-none">
        {attribution.title}: {comparedText(from)} in {title}, {comparedText(to)} here.{" "}
        {difference
          ? `In ${absent} of the ${runs} scenarios between the two there is no such figure, so that its difference has no parts.`
          : "One of the two has no such figure, so that there is no difference to part."}
      </p>
    );
  if (parts.length === 0) return <p class="attribution-none">Nothing differs that could change a figure.</p>;
  const whole = difference.number!;
  const steps = fallOf(attribution);
  return (
    <>
      <p>
        {attribution.title}: <b translate={false}>{comparedText(from)}</b> in {title}, <b translate={false}>{comparedText(to)}</b> here.{" "}
        {sumsOf(parts).map(({ whose, value }, at) => (
          <span key={whose}>
            {at > 0 && " · "}
            <i class={`swatch whose ${whose || "both"}`} /> {sumWords(whose)}{" "}
            <b class="whole" translate={false}>
              {stepText({ ...difference, number: value })}
            </b>
          </span>
        ))}
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={`What makes the difference from ${title}, table`}>
        <table class="fall">
          <caption class="visually-hidden">What each change makes of the difference of {attribution.title}</caption>
          <thead>
            <tr>
              <th scope="col">Change</th>
              <th scope="col">Of whom</th>
              <th scope="col">Makes</th>
              <th scope="col">Share</th>
              <td />
            </tr>
          </thead>
          <tbody>
            <tr class="end">
              <th scope="row">{title}</th>
              <td />
              <td translate={false}>{comparedText(from)}</td>
              <td />
              <td class="bar-cell" aria-hidden="true">
                <i class="middle" style={{ "--from": percent(steps[0]?.from ?? 0.5) }} />
              </td>
            </tr>
            {steps.map((step) => (
              <Step key={step.title} step={step} attribution={attribution} />
            ))}
          </tbody>
          <tfoot>
            <tr class="end">
              <th scope="row">Here</th>
              <td />
              <td translate={false}>{comparedText(to)}</td>
              <td />
              <td class="bar-cell" aria-hidden="true">
                <i class="middle" style={{ "--from": percent(steps.at(-1)?.to ?? 0.5) }} />
              </td>
            </tr>
            <tr class="total">
              <th scope="row">The difference</th>
              <td />
              <td translate={false}>{stepText(difference)}</td>
              <td translate={false}>{shareText(whole, whole)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="quiet fall-note">
        A change’s part is what it adds, as the mean over {exact ? "all orders" : "sampled orders"} in which the changes can be made (Shapley value);{" "}
        {runs} scenarios were computed.{!exact && " ± is the standard error of the sample; the sum is exact."}
      </p>
    </>
  );
}

function Step({ step: { title, part, value, from, to }, attribution }: { step: FallStep; attribution: Attribution }) {
  const { difference, exact } = attribution;
  const owners = new Set(part?.paths.map(ownerOf));
  const owner = owners.size === 1 ? [...owners][0] : undefined;
  return (
    <tr class={useIsSelected(owner) ? "selected" : ""}>
      <th scope="row">
        <Selectable name={owner}>{title}</Selectable>
      </th>
      <td>{part ? whoseWords(part.whose) : ABSENT}</td>
      <td translate={false}>
        {stepText({ ...difference!, number: value })}
        {!exact && part && part.error.number !== 0 && <span class="quiet"> ± {stepText(part.error).replace("+", "")}</span>}
      </td>
      <td translate={false}>{shareText(value, difference!.number!)}</td>
      <td class="bar-cell" aria-hidden="true">
        <i class={`whose ${part?.whose || "both"}`} style={{ "--from": percent(Math.min(from, to)), "--to": percent(Math.max(from, to)) }} />
      </td>
    </tr>
  );
}

function percent(part: number): string {
  return `${100 * part}%`;
}

function sumWords(whose: "" | "world" | "decision"): string {
  return whose === "world" ? "The world" : whose === "decision" ? "Decisions" : "Both together";
}
