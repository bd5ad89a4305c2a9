// Headline figures side by side, each with how far it is from here.
import { comparedText, headlines, varianceText } from "../comparison";
import { formatMonth } from "../format";
import { CompareTable } from "./CompareTable";
import type { Answered } from "./comparing";

export function ComparisonFigures({ answered }: { answered: Answered }) {
  const { sides } = answered;
  return (
    <section aria-labelledby="comparison-figures">
      <h3 id="comparison-figures">Figures side by side</h3>
      <p class="quiet">Figures of a month are of {formatMonth(answered.month)}; a scenario that does not have it has none of these.</p>
      <CompareTable
        name="figures"
        title="Figures side by side"
        first="Figure"
        columns={["Here", ...sides.flatMap(({ title }) => [title, "Here against it"])]}
        rows={headlines(answered).map(({ title, cells }) => {
          const [here, ...others] = cells;
          return {
            title,
            cells: [comparedText(here?.value), ...others.flatMap((other) => [comparedText(other?.value), varianceText(other?.value, here?.value)])],
          };
        })}
      />
    </section>
  );
}
