// Where sources disagree: one value or another, each with who says it, and what it does to the answer.
import "../styles/effects.css";
import type { Cell, Source } from "../engine/messages";
import { problemsText } from "../problems";
import { valueText } from "../views/values";
import { Asking } from "./Asking";
import { SourceText } from "./SourceText";
import { cellOf, type Tried, useVariants } from "./variants";

interface Props {
  path: string;
  title: string;
  sources: readonly Source[];
  text(value: unknown): string;
  isUsed(value: unknown): boolean;
  onUse(value: unknown): void;
}

export function SourceSwitch({ path, title, sources, text, isUsed, onUse }: Props) {
  const stating = sources.filter(({ value }) => value !== undefined);
  const { tried, asking } = useVariants(stating.map(({ value }) => ({ with: { path, value } })));
  const trial = typeof tried === "object" ? tried : undefined;
  const figure = trial && firstMoved(trial);
  const isSaid = stating.some(({ value }) => isUsed(value));
  return (
    <fieldset class={trial?.isFormer ? "source-switch former" : "source-switch"}>
      <legend>Sources disagree{isSaid ? "" : "; the value in use is none of theirs"}</legend>
      {stating.map((source, at) => (
        <div class="source-choice" key={at}>
          <label>
            <input
              type="radio"
              name={`source-${path}`}
              checked={isUsed(source.value)}
              onChange={() => onUse(source.value)}
              aria-label={`${title}: ${text(source.value)}, ${source.label}`}
            />
            <b>{text(source.value)}</b>
            {figure && <span class="source-effect">{effect(trial!, at, figure)}</span>}
          </label>
          <p>
            <SourceText source={source} />
          </p>
        </div>
      ))}
      {asking && <Asking doing="Computing what each would do" {...asking} />}
      {typeof tried === "string" && <p class="quiet">What each would do could not be computed: {tried}</p>}
    </fieldset>
  );
}

/** The first of the leading figures that one of the values moves, or the first of all. */
function firstMoved({ got: { now, variants } }: Tried): Cell | undefined {
  const moves = (cell: Cell) =>
    variants.some(({ cells = [] }) => {
      const other = cellOf(cells, cell);
      return other && valueText(other.value) !== valueText(cell.value);
    });
  return now.find(moves) ?? now[0];
}

function effect({ got: { variants } }: Tried, at: number, figure: Cell): string {
  const { cells = [], problems = [] } = variants[at] ?? {};
  if (problems.length > 0) return problemsText(problems);
  const cell = cellOf(cells, figure);
  return cell ? `${figure.title}: ${valueText(cell.value)}` : "";
}
