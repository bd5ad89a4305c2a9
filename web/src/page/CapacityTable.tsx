// Who holds what in the month shown, and where the power comes from: the scene in words and numbers.
import { capacityAt } from "../capacity";
import { formatCount, formatMonth, formatNumber, formatPercent } from "../format";
import { usePicked } from "./context";
import { Selectable } from "./Selectable";

export function CapacityTable({ open }: { open: boolean }) {
  const result = usePicked((state) => state.result);
  const month = usePicked((state) => state.view.month ?? 0);
  const selected = usePicked((state) => state.view.select);
  if (!result) return null;
  const at = Math.min(month, result.table.months.length - 1);
  const capacity = capacityAt(result, at);
  const name = formatMonth(result.table.months[at] ?? "");
  const knowsMegawatts = capacity.holders.some(({ megawatts }) => megawatts !== undefined);
  return (
    <details class="capacity" open={open || undefined}>
      <summary>Capacity in {name}: {formatCount(capacity.usable)} of {formatCount(capacity.installed)} GPUs usable, {formatNumber(capacity.demand)} of {formatNumber(capacity.available)} MW</summary>
      <div class="scroll">
        <table>
          <caption class="visually-hidden">Capacity by tenant in {name}</caption>
          <thead>
            <tr>
              <th scope="col">Used by</th><th scope="col">Share</th><th scope="col">GPUs</th><th scope="col">Racks</th>
              {knowsMegawatts && <th scope="col">MW</th>}
            </tr>
          </thead>
          <tbody>
            {capacity.holders.map((holder) => (
              <tr key={holder.key} class={selected === holder.key ? "strong" : ""}>
                <th scope="row">
                  <Selectable name={holder.key} title={holder.title} colour={holder.colour} />
                </th>
                <td translate={false}>{formatPercent(holder.share)}</td>
                <td translate={false}>{formatCount(holder.gpus)}</td>
                <td translate={false}>{formatCount(holder.racks)}</td>
                {knowsMegawatts && <td translate={false}>{formatNumber(holder.megawatts)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
        {capacity.supplies.length > 0 && (
          <table>
            <caption class="visually-hidden">Power by source in {name}</caption>
            <thead><tr><th scope="col">Power source</th><th scope="col">Serves, MW</th><th scope="col">Has, MW</th></tr></thead>
            <tbody>
              {capacity.supplies.map(({ title, served, available }, at) => (
                <tr key={at}><th scope="row">{title}</th><td translate={false}>{formatNumber(served)}</td><td translate={false}>{formatNumber(available)}</td></tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </details>
  );
}
