// Parts of wholes in a month: a bar of shares for each whole, and a table.
import type { ShownView } from "../engine/client";
import type { SplitPart } from "../engine/messages";
import { Selectable } from "../page/Selectable";
import { useDark } from "../page/theme";
import { roleColour } from "../palette";
import { Figure, OfMonth, Swatch, ViewHead } from "./parts";
import { barOf } from "./split";
import { valueText } from "./values";

export function SplitView({ view }: { view: ShownView }) {
  const { split } = view;
  if (!split) return null;
  const { wholes, parts } = split;
  return (
    <>
      <ViewHead view={view}><OfMonth /></ViewHead>
      <Bars view={view} />
      <div class="scroll" tabIndex={0} role="region" aria-label={view.title}>
        <table>
          <caption class="visually-hidden">{view.title}. {view.note}</caption>
          <thead>
            <tr>
              <th scope="col"><span class="visually-hidden">Part</span></th>
              {wholes.flatMap(({ title }) => [<th key={title} scope="col">{title}</th>, <th key={`${title} share`} scope="col">Share<span class="visually-hidden"> of {title}</span></th>])}
            </tr>
          </thead>
          <tbody>
            {parts.map((part, at) => (
              <tr key={at}>
                <th scope="row"><PartTitle part={part} /></th>
                {part.values.flatMap((value, whole) => [
                  <td key={whole}><Figure value={value} what={`${wholes[whole]?.title}, ${part.title}`} /></td>,
                  <td key={`${whole} share`} translate={false}>{valueText(part.shares[whole]!)}</td>,
                ])}
              </tr>
            ))}
            <tr class="total">
              <th scope="row">All</th>
              {wholes.flatMap(({ title, value }, whole) => [<td key={whole}><Figure value={value} what={`${title}, all`} /></td>, <td key={`${whole} share`} />])}
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

function PartTitle({ part: { title, role, place, name } }: { part: SplitPart }) {
  const colour = roleColour(role, place, useDark());
  return name ? <Selectable name={name} title={title} colour={colour} /> : <><Swatch role={role} place={place} />{title}</>;
}

/** The table says the same to those who do not see it. */
function Bars({ view: { split } }: { view: ShownView }) {
  const dark = useDark();
  return (
    <div class="view-bars" aria-hidden="true">
      {split!.wholes.map(({ title }, whole) => (
        <div key={title}>
          <span class="quiet">{title}</span>
          <span class="bar">{barOf(split!, whole, dark).map(({ colour, share }, at) => <i key={at} style={{ "--colour": colour, "--share": share }} />)}</span>
        </div>
      ))}
    </div>
  );
}
