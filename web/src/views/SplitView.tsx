// Parts of wholes in a month: a bar of shares for each whole, and a table.
import type { ComponentChildren } from "preact";
import type { ShownView } from "../engine/client";
import type { SplitPart } from "../engine/messages";
import { Selectable, useIsSelected } from "../page/Selectable";
import { Figure, OfMonth, Swatch, ViewHead, ViewTable } from "./parts";
import { SplitBars } from "./SplitBars";
import { splitTexts, wholeHead } from "./split";
import { valueText } from "./values";

export function SplitView({ view }: { view: ShownView }) {
  const { split } = view;
  if (!split) return null;
  const { wholes, parts } = split;
  const texts = splitTexts(split);
  return (
    <>
      <ViewHead view={view}>
        <OfMonth />
      </ViewHead>
      <SplitBars view={view} />
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
            <PartRow key={at} part={part}>
              {part.values.map((value, whole) => (
                <td key={whole}>
                  <Figure value={value} what={`${wholes[whole]?.title}, ${part.title}`}>
                    <span translate={false}>{texts.parts[at]![whole]}</span>
                  </Figure>
                  <div class="quiet" translate={false}>
                    {valueText(part.shares[whole]!)}
                  </div>
                </td>
              ))}
            </PartRow>
          ))}
          <tr class="total">
            <th scope="row">All</th>
            {wholes.map(({ title, value, of }, whole) => (
              <td key={title}>
                <Figure value={value} what={`${title}, all`}>
                  <span translate={false}>{texts.wholes[whole]}</span>
                </Figure>
                {of && (
                  <div class="quiet">
                    of <span translate={false}>{texts.of[whole]}</span>
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

function PartRow({ part: { name, title, role, place }, children }: { part: SplitPart; children: ComponentChildren }) {
  return (
    <tr class={useIsSelected(name) ? "selected" : ""}>
      <th scope="row">
        <Selectable name={name}>
          <Swatch role={role} place={place} />
          <span>{title}</span>
        </Selectable>
      </th>
      {children}
    </tr>
  );
}
