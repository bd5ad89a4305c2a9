// A statement of a year, or of another period, of all scenarios, with variance.
import { useState } from "preact/hooks";
import type { ViewHead } from "../engine/messages";
import { comparedPeriods, comparedStatement } from "../views/comparedstatement";
import { withCut } from "../views/statement";
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
  const month = usePicked((state) => state.view.month ?? 0);
  const [picked, setPicked] = useState<string>();
  const views = shown.map((one) => one.views.find(({ name }) => name === chosen));
  const { periods, current } = comparedPeriods(views, month);
  const period = picked && periods.includes(picked) ? picked : current;
  if (!chosen) return null;
  const { unit, cuts, rows } = comparedStatement(views, period);
  const titled = (title: string, side: number) => withCut(title, cuts[side]);
  const columns = [titled("Here", 0), ...sides.flatMap(({ title }, side) => [titled(title, side + 1), "Variance", "in %"])];
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
      {rows.length > 0 && (
        <CompareTable
          name="statement"
          title={`${statements.find(({ name }) => name === chosen)?.title ?? ""}, ${period}`}
          first={unit ? `In ${unit}` : "Line"}
          columns={columns}
          rows={rows}
          grid={() => [["Line", "Unit", "Depth", ...columns], ...rows.map(({ line, numbers }) => [line.title, line.unit, line.depth, ...numbers])]}
        />
      )}
    </section>
  );
}
