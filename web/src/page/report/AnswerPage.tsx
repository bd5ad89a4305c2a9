// The first page: what the scenario is, what it comes to in words and figures, and the picture of the site.
import { catalog } from "../../catalog";
import { formatDate } from "../../format";
import type { State } from "../../state/state";
import { sentenceText, valueText } from "../../views/values";
import { writtenOf } from "../../views/written";
import { ofUnchanged } from "../About";
import { needsOf, type Report, viewOf } from "./gather";
import { ReportTable } from "./ReportTable";
import { SitePicture } from "./SitePicture";

export const NOT_ADVICE = "An illustration from public reports and stated assumptions, not advice.";

export function AnswerPage({ report, isRefused, needs }: { report: Report; isRefused: boolean; needs: State["needs"] }) {
  const { title, about, as_of } = report.scenario.base;
  const answer = viewOf(report, catalog.printed.answer)?.answer ?? [];
  const cells = viewOf(report, catalog.printed.figures)?.cells ?? [];
  const site = viewOf(report, catalog.printed.site);
  const table = viewOf(report, catalog.printed.table);
  const taken = answer.length > 0 ? (needsOf(report, needs)?.sentences ?? []) : [];
  const changed = report.scenario.changes.size;
  const drawing = report.drawing === "none" ? undefined : report.drawing;
  return (
    <section class="report-page" aria-label="Answer">
      <p class="report-brand">Rackonomics</p>
      <h1>{title}</h1>
      <p class="report-about">
        {about && changed > 0 && <em>{ofUnchanged(changed)}</em>}
        {about}
      </p>
      <p class="report-quiet">
        {as_of && `Figures as of ${formatDate(as_of)}. `}
        {changed > 0 && `${changed} ${changed === 1 ? "assumption is" : "assumptions are"} changed against that scenario (page 3). `}
        <b>{NOT_ADVICE}</b>
      </p>
      {isRefused && <p class="report-warning">The present inputs could not be computed. The figures are those of the last that could.</p>}
      <h2>Answer</h2>
      <ul class="report-answer" data-fit="answer">
        {answer.map((pieces, at) => (
          <li key={at} data-entry>
            {sentenceText(pieces)}
          </li>
        ))}
        {taken.length > 0 && (
          <li class="report-taken" data-entry>
            {taken.map(sentenceText).join(" ")}
          </li>
        )}
      </ul>
      <p class="report-quiet" data-more="answer" data-words="And # more sentences, which the page has." hidden />
      <div class="report-cells">
        {cells.map(({ title: name, value, note }, at) => (
          <div key={at}>
            <h3>{name}</h3>
            <p class="report-figure">{valueText(value)}</p>
            <p class="report-quiet">{note && sentenceText(note)}</p>
          </div>
        ))}
      </div>
      {drawing && <img class="report-campus" alt={drawing.summary} src={drawing.address} />}
      <div class={drawing ? "report-pair" : "report-one-by-one"}>
        {site?.split && (
          <div>
            <SitePicture view={site} month={report.month} isDrawn={drawing !== undefined} />
          </div>
        )}
        {table && (
          <div>
            <h2>{table.title}</h2>
            <ReportTable table={writtenOf(table, report.month).tables[0]!} fit="break-even" />
          </div>
        )}
      </div>
    </section>
  );
}
