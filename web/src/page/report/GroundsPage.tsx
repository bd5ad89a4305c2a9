// The third page: what was changed, on what the rest stands, and where to open it.
import type { Source } from "../../engine/messages";
import { formatDate } from "../../format";
import type { State } from "../../state/state";
import { SourceText } from "../SourceText";
import { NOT_ADVICE } from "./AnswerPage";
import { changedAssumptions, defaultAssumptions, givenAssumptions } from "./assumptions";
import type { Report } from "./gather";
import { qrCode } from "./qr";

export function GroundsPage({ report, state }: { report: Report; state: State }) {
  const { changes, base } = report.scenario;
  const changed = changedAssumptions(state, changes);
  const given = givenAssumptions(state, changes);
  const defaults = defaultAssumptions(state);
  return (
    <section class="report-page" aria-label="Assumptions and sources">
      <h2>Changed assumptions</h2>
      {changed.length === 0 && <p>None: this is the scenario as it was {base.shipped === false ? "written" : "published"}.</p>}
      {changed.length > 0 && (
        <table class="report-table report-words">
          <thead>
            <tr>
              <th scope="col">Assumption</th>
              <th scope="col">Before</th>
              <th scope="col">Here</th>
              <th scope="col">Sources: label, date, tier</th>
            </tr>
          </thead>
          <tbody data-fit="changed">
            {changed.map(({ path, title, before, now, sources, stated }) => (
              <tr key={path} data-entry>
                <th scope="row">{title}</th>
                <td>{before || "–"}</td>
                <td>
                  <b>{now}</b>
                </td>
                <td>
                  <SourceLines lead="Before: " sources={sources} none={before ? "Before: assumed, no source. " : ""} />
                  <SourceLines lead="Here: " sources={stated} none="Here: assumed by the reader." />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="report-quiet" data-more="changed" data-words="And # more changes, which the link holds." hidden />
      <h2>Assumptions that the scenario rests on</h2>
      <table class="report-table report-words">
        <thead>
          <tr>
            <th scope="col">Assumption</th>
            <th scope="col">Value</th>
            <th scope="col">Source: label, date, tier</th>
          </tr>
        </thead>
        <tbody data-fit="given">
          {given.map(({ path, title, value, sources, isAssumed }) => (
            <tr key={path} data-entry>
              <th scope="row">{title}</th>
              <td>
                <b>{value}</b>
              </td>
              <td>
                <SourceLines lead="" sources={sources.slice(0, 2)} none={isAssumed ? "Assumed." : ""} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="report-quiet" data-more="given" data-words="And # more assumptions, which the page lists with their sources." hidden />
      {defaults.count > 0 && (
        <p class="report-quiet">
          Inputs that the scenario does not give, which are at the model’s defaults: {defaults.count}, such as{" "}
          {defaults.some.map(({ title, value }) => `${title}: ${value}`).join("; ")}.
        </p>
      )}
      <Colophon report={report} name={base.name} hash={base.hash} />
    </section>
  );
}

function SourceLines({ lead, sources, none }: { lead: string; sources: readonly Source[]; none: string }) {
  if (sources.length === 0) return none ? <div>{none}</div> : null;
  return (
    <>
      {sources.map((source, at) => (
        <div key={at}>
          {lead}
          <SourceText source={source} />
        </div>
      ))}
    </>
  );
}

function Colophon({ report, name, hash }: { report: Report; name: string; hash: string }) {
  const { link } = report;
  const printed = new Date();
  const today = [printed.getFullYear(), printed.getMonth() + 1, printed.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  return (
    <div class="report-colophon">
      {"address" in link && <Code address={link.address} />}
      <div>
        <h2>Open and try it</h2>
        <p class="report-link">{"address" in link ? link.address : `There is no link to this: ${link.none}`}</p>
        <p class="report-quiet">
          Scenario {name}, content {hash.slice(0, 12)}; figures of one month are of {report.month}. Printed on {formatDate(today)}. Computed by
          Rackonomics in the reader’s browser. {NOT_ADVICE}
        </p>
      </div>
    </div>
  );
}

/** Of an address that a telephone can open; that of a file on this disk it cannot. */
function Code({ address }: { address: string }) {
  const code = /^https?:/.test(address) ? qrCode(address) : undefined;
  if (!code) return null;
  return (
    <svg
      class="report-code"
      role="img"
      aria-label="The link as a QR code"
      viewBox={`0 0 ${code.size} ${code.size}`}
      width={`${code.millimetres}mm`}
      height={`${code.millimetres}mm`}
      shape-rendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
