// A statement of a year, or of another period, of all scenarios, with variance.
import { useState } from "preact/hooks";
import { matchedLines, shareText, stepText } from "../comparison";
import type { ViewHead } from "../engine/messages";
import { ABSENT, displayOf, formatAmount, unitWords } from "../format";
import { CompareTable } from "./CompareTable";
import type { Answered } from "./comparing";
import { usePicked } from "./context";

interface Props {
  answered: Answered;
  statements: readonly ViewHead[];
  chosen: string | undefined;
  onChoose(name: string): void;
}

export function ComparisonStatement({ answered: { shown, sides }, statements, chosen, onChoose }: Props) {
  const views = shown.map((one) => one.views.find(({ name }) => name === chosen));
  const here = views[0];
  const month = usePicked((state) => state.view.month ?? 0);
  const [picked, setPicked] = useState<string>();
  const periods = [...new Set(views.flatMap((view) => view?.periods.map(({ title }) => title) ?? []))].sort();
  const current = here?.periods.find(({ from, to }) => from <= month && month < to)?.title;
  const period = picked && periods.includes(picked) ? picked : (current ?? periods[0] ?? "");
  if (!chosen || !here) return null;
  const at = views.map((view) => view?.periods.findIndex(({ title }) => title === period) ?? -1);
  const rows = matchedLines(views).map(({ line, at: lines }) => {
    const values = lines.map((place, side) => views[side]?.values[place]?.[at[side]!] ?? Number.NaN);
    const [mine = Number.NaN, ...others] = values;
    const amount = (value: number) => formatAmount(value, line.unit, displayOf(line));
    const variance = (other: number) => {
      const difference = mine - other;
      if (Number.isNaN(difference)) return [ABSENT, ABSENT];
      return [
        stepText({ number: difference, unit: line.unit, percent: line.percent ?? false }),
        line.percent ? "" : shareText(difference, Math.abs(other)),
      ];
    };
    return {
      title: line.title,
      depth: line.depth,
      kind: line.heading ? ("heading" as const) : line.total ? ("total" as const) : ("line" as const),
      cells: line.heading ? [] : [amount(mine), ...others.flatMap((other) => [amount(other), ...variance(other)])],
    };
  });
  const unit = unitWords(here.lines?.find(({ heading }) => !heading)?.unit ?? "");
  return (
    <section aria-labelledby="comparison-statement">
      <h3 id="comparison-statement">Statement with variance</h3>
      <div class="comparison-choices">
        <label>
          Statement{" "}
          <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
            {statements.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          Period{" "}
          <select value={period} onChange={(event) => setPicked(event.currentTarget.value)}>
            {periods.map((title) => (
              <option key={title} value={title}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
      <CompareTable
        name="statement"
        title={`${here.title}, ${period}`}
        first={unit ? `In ${unit}` : "Line"}
        columns={["Here", ...sides.flatMap(({ title }) => [title, "Variance", "in %"])]}
        rows={rows}
      />
    </section>
  );
}
