// Headline figures side by side, each with how far it is from here.
import { comparedText, varianceText } from "../comparison";
import type { Cell } from "../engine/messages";
import { CompareTable } from "./CompareTable";
import type { Answered } from "./comparing";

export function ComparisonFigures({ answered }: { answered: Answered }) {
  const { sides } = answered;
  return (
    <section aria-labelledby="comparison-figures">
      <h3 id="comparison-figures">Figures side by side</h3>
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

/** The headline figures of all sides, by their titles. */
export function headlines({ shown }: Pick<Answered, "shown">): { title: string; cells: (Cell | undefined)[] }[] {
  const lists = shown.map(({ views }) => views.flatMap(({ cells = [] }) => cells));
  const titles = [...new Set(lists.flatMap((list) => list.map(({ title }) => title)))];
  return titles.map((title) => ({ title, cells: lists.map((list) => list.find((cell) => cell.title === title)) }));
}
