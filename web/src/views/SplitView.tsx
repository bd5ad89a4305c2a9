// Parts of wholes in a month: a bar of shares for each whole, and a table.
import type { ShownView } from "../engine/client";
import type { SplitPart } from "../engine/messages";
import { usePicked } from "../page/context";
import { Selectable } from "../page/Selectable";
import { useDark } from "../page/theme";
import { roleColour } from "../palette";
import { Figure, OfMonth, Swatch, ViewHead, ViewTable } from "./parts";
import { barOf, wholeHead } from "./split";
import { amountText, valueText } from "./values";

export function SplitView({ view }: { view: ShownView }) {
  const { split } = view;
  const selected = usePicked((state) => state.view.select);
  if (!split) return null;
  const { wholes, parts } = split;
  return (
    <>
      <ViewHead view={view}>
        <OfMonth />
      </ViewHead>
      <Bars view={view} />
      <ViewTable view={view}>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Part</span>
            </th>
            {wholes.map((whole) => (
              <th key={whole.title} scope="col">
                {wholeHead(whole)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part, at) => (
            <tr key={at} class={selected && part.name === selected ? "strong" : ""}>
              <th scope="row">
                <PartTitle part={part} />
              </th>
              {part.values.map((value, whole) => (
                <td key={whole}>
                  <Figure value={value} what={`${wholes[whole]?.title}, ${part.title}`}>
                    <span translate={false}>{amountText(value)}</span>
                  </Figure>
                  <div class="quiet" translate={false}>
                    {valueText(part.shares[whole]!)}
                  </div>
                </td>
              ))}
            </tr>
          ))}
          <tr class="total">
            <th scope="row">All</th>
            {wholes.map(({ title, value, of }) => (
              <td key={title}>
                <Figure value={value} what={`${title}, all`}>
                  <span translate={false}>{amountText(value)}</span>
                </Figure>
                {of && (
                  <div class="quiet">
                    of <span translate={false}>{amountText(of)}</span>
                  </div>
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </ViewTable>
    </>
  );
}

function PartTitle({ part }: { part: SplitPart }) {
  const { name, title, role, place } = part;
  const colour = roleColour(role, place, useDark());
  return name ? (
    <Selectable name={name} title={title} colour={colour} />
  ) : (
    <>
      <Swatch role={role} place={place} />
      <span>{title}</span>
    </>
  );
}

/** The table says the same to those who do not see it. */
function Bars({ view: { split } }: { view: ShownView }) {
  const dark = useDark();
  return (
    <div class="view-bars" aria-hidden="true">
      {split!.wholes.map(({ title }, whole) => (
        <div key={title}>
          <span class="quiet">{title}</span>
          <span class="bar">
            {barOf(split!, whole, dark).map(({ colour, share }, at) => (
              <i key={at} style={{ "--colour": colour, "--share": share }} />
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
