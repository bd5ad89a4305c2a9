// Headline figures side by side, each with how far it is from here.
import { comparedTexts, headlines, plainUnit, plainValue, plainVariance, varianceText } from "../comparison";
import { formatMonth } from "../format";
import { notesApart } from "../views/values";
import { CompareTable } from "./CompareTable";
import type { Answered } from "./comparing";

export function ComparisonFigures({ answered }: { answered: Answered }) {
  const { sides } = answered;
  const columns = ["Here", ...sides.flatMap(({ title }) => [title, "Here against it"])];
  const figures = headlines(answered).map(({ title, cells }) => ({ title, values: cells.map((cell) => cell?.value), notes: notesApart(cells) }));
  return (
    <section aria-labelledby="comparison-figures">
      <h3 id="comparison-figures">Figures side by side</h3>
      <p class="quiet">Figures of a month are of {formatMonth(answered.month)}; a scenario that does not have it has none of these.</p>
      <CompareTable
        name="figures"
        title="Figures side by side"
        first="Figure"
        columns={columns}
        rows={figures.map(({ title, values, notes }) => {
          const [here, ...others] = values;
          const [told, ...othersTold] = comparedTexts(values);
          return {
            title,
            cells: [told!, ...others.flatMap((other, at) => [othersTold[at]!, varianceText(other, here)])],
            notes: [notes[0]!, ...others.flatMap((_, at) => [notes[at + 1]!, ""])],
          };
        })}
        grid={() => [
          ["Figure", "Unit", ...columns],
          ...figures.map(({ title, values: [here, ...others] }) => [
            title,
            plainUnit([here, ...others]),
            plainValue(here),
            ...others.flatMap((other) => [plainValue(other), plainVariance(other, here)]),
          ]),
        ]}
      />
    </section>
  );
}
