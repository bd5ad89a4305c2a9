// What is asked about a figure, as a link holds it: a measure, or row/things/month/step/less, and behind "~" what it is compared with.
import type { Against, Looking, Step } from "../engine/messages";
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
  const text = explained.against ? `${of}~${explained.against}` : of;
  return text.length <= LONGEST ? text : "";
}

/** What is no such text asks nothing. */
export function explainedOf(text = ""): Explained | undefined {
  const [of = "", compared] = text.split("~");
  if (!of || (compared !== undefined && compared !== "base" && compared !== "previous")) return undefined;
  const against = compared ? { against: compared as Against } : {};
  const [row = "", things, month, by = "", less] = of.split("/");
  if (things === undefined) return { measure: of, ...against };
  if (!/^\d{1,4}$/.test(month ?? "") || !STEPS.includes(by) || (less !== undefined && less !== "less")) return undefined;
  return { row, instances: things ? things.split(",") : [], month: Number(month), by: by as Step, ...(less && { less: true }), ...against };
}

/** What is looked at, with that question, or without one. */
export function asked({ why: _, ...view }: Looking, explained: Explained | undefined): Looking {
  const why = explainedText(explained);
  return why ? { ...view, why } : view;
}
