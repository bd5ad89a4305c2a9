// What the sites hold in a month, in figures and, where they are not drawn, each whole as a bar of its parts, which hatching tells apart
// where there are no colours.
import type { ChartSeries } from "../../charts/contract";
import { onPaper } from "../../charts/paper";
import type { ShownView } from "../../engine/client";
import { roleColour } from "../../palette";
import { splitTexts, wholeHead } from "../../views/split";
import { valueText } from "../../views/values";
import { Mark } from "./Mark";

interface Props {
  view: ShownView;
  month: string;
  isDrawn: boolean;
}

export function SitePicture({ view: { title, split }, month, isDrawn }: Props) {
  const { wholes, parts } = split!;
  const texts = splitTexts(split!);
  const marks = onPaper({
    ...NO_CHART,
    series: parts.map(({ title: name, role, place }) => ({ ...NO_SERIES, name, colour: roleColour(role, place, false) })),
  }).series;
  return (
    <>
      <h2>
        {title}, {month}
      </h2>
      {!isDrawn && (
        <div class="report-site">
          {wholes.map((whole, at) => (
            <div key={at} class="report-bar">
              <span>{wholeHead(whole)}</span>
              <Bar parts={marks.map((series, part) => ({ series, share: parts[part]!.shares[at]?.number ?? 0 }))} />
              <b>{texts.wholes[at]}</b>
            </div>
          ))}
        </div>
      )}
      <table class="report-table">
        <thead>
          <tr>
            <th scope="col">Part</th>
            {wholes.map((whole, at) => (
              <th key={at} scope="col">
                {wholeHead(whole)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody data-fit="split">
          {parts.map(({ title: name, shares }, part) => (
            <tr key={part} data-entry>
              <th scope="row">
                <Mark series={marks[part]!} /> {name}
              </th>
              {texts.parts[part]!.map((text, at) => (
                <td key={at}>
                  {text} ({valueText(shares[at]!)})
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="report-quiet" data-more="split" data-words="And # more parts, which the page has." hidden />
    </>
  );
}

const NO_CHART = { key: "", title: "", description: "", unit: "", months: [], markers: [] };
const NO_SERIES = { values: [], kind: "stack" as const };

function Bar({ parts }: { parts: readonly { series: ChartSeries; share: number }[] }) {
  return (
    <span class="report-shares" aria-hidden="true">
      {parts
        .filter(({ share }) => share > 0)
        .map(({ series, share }, at) => (
          <span key={at} style={{ "--share": share }}>
            <Mark series={series} isWide />
          </span>
        ))}
    </span>
  );
}
