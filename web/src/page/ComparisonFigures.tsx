// Headline figures side by side, each with how far it is from here.
import { comparedText, headlines, plainUnit, plainValue, plainVariance, varianceText } from "../comparison";
import type { Value } from "../engine/messages";
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
        rows={figures.map(({ title, values: [here, ...others], notes: [note, ...othersNotes] }) => ({
          title,
          cells: [noted(here, note), ...others.flatMap((other, at) => [noted(other, othersNotes[at]), varianceText(other, here)])],
        }))}
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

function noted(value: Value | undefined, note: string | undefined): string {
  return note ? `${comparedText(value)}, ${note}` : comparedText(value);
}
