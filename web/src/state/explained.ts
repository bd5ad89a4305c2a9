// What is asked about a figure, as a link holds it: a measure, or row/things/month/step/less, and each behind a "~" what it is compared with and
// the changes that are made besides.
import type { Against, Change, Looking, Step } from "../engine/messages";
import type { Explained } from "./state";

/** More than a link holds of it (engine/link). */
const LONGEST = 160;

const STEPS: readonly string[] = ["month", "quarter", "year"];

/** None where a link has no room for it. */
export function explainedText(explained: Explained | undefined): string {
  if (!explained) return "";
  const of =
    "measure" in explained
      ? explained.measure
      : [explained.row, explained.instances.join(","), explained.month, explained.by ?? "month", ...(explained.less ? ["less"] : [])].join("/");
  const besides = (explained.besides ?? []).map(({ path, value }) => `${path}=${JSON.stringify(value)}`);
  const text = [of, ...(explained.against ? [explained.against] : []), ...besides].join("~");
  return text.length <= LONGEST ? text : "";
}

/** What is no such text asks nothing. */
export function explainedOf(text = ""): Explained | undefined {
  const [of = "", ...parts] = text.split("~");
  const against: Against | undefined = parts[0] === "base" || parts[0] === "previous" ? parts[0] : undefined;
  const besides = (against ? parts.slice(1) : parts).map(changeOf);
  if (!of || besides.includes(undefined)) return undefined;
  const asked = { ...(against && { against }), ...(besides.length > 0 && { besides: besides as Change[] }) };
  const [row = "", things, month, by = "", less] = of.split("/");
  if (things === undefined) return { measure: of, ...asked };
  if (!/^\d{1,4}$/.test(month ?? "") || !STEPS.includes(by) || (less !== undefined && less !== "less")) return undefined;
  return { row, instances: things ? things.split(",") : [], month: Number(month), by: by as Step, ...(less && { less: true }), ...asked };
}

/** A change as a link holds it, of a plain value. */
function changeOf(text: string): Change | undefined {
  const [, path, json] = /^([a-z][\w.-]*)=(.+)$/.exec(text) ?? [];
  if (!path || !json) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return ["number", "string", "boolean"].includes(typeof value) ? { path, value } : undefined;
  } catch {
    return undefined;
  }
}

/** What is looked at, with that question, or without one. */
export function asked({ why: _, ...view }: Looking, explained: Explained | undefined): Looking {
  const why = explainedText(explained);
  return why ? { ...view, why } : view;
}
