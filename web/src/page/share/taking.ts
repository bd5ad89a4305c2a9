// A view in each of the forms that it can be taken away in, asked for when it is wanted, so that it need not be open.
import type { ChartData, Charts } from "../../charts/contract";
import { isRefused, type ShownView } from "../../engine/client";
import type { ViewHead } from "../../engine/messages";
import { addMonths, formatDate, formatMonth } from "../../format";
import { problemsText } from "../../problems";
import { isSame } from "../../state/figures";
import type { Scenario } from "../../state/history";
import type { Session } from "../../state/session";
import { chartsOf } from "../../views/chart";
import { gridOf } from "../../views/grid";
import { htmlOf, markdownOf, type Origin } from "../../views/markup";
import { openedBy } from "../../views/places";
import { sentenceText } from "../../views/values";
import { viewPng, viewSvg } from "../../views/viewpicture";
import { type Written, writtenOf } from "../../views/written";
import { chartScript, colours } from "../Charts";
import { type Content, commaSeparated } from "../export";
import { linkOf } from "../report/gather";

/** Of pictures of charts, in pixels. */
const PICTURE = { width: 960, height: 360 };

/** A view with where it comes from. */
interface Got {
  view: ShownView;
  written: Written;
  month: number;
  origin: Origin;
}

async function got(session: Session, { name, kind }: ViewHead, signal?: AbortSignal): Promise<Got> {
  const by = session.store.get().open.get(name) ?? openedBy(kind);
  const taken = await session.taken([{ name, by }], signal);
  const view = taken?.answer.views[0];
  if (!taken || !view) throw new Error("This scenario has nothing to show there now.");
  const { title, as_of } = taken.scenario.base;
  const changed = taken.scenario.changes.size;
  const link = await linkOf(session, taken.scenario);
  const parts = [
    `${title}${changed > 0 ? `, with ${changed} ${changed === 1 ? "change" : "changes"}` : ""}.`,
    as_of && `Figures as of ${formatDate(as_of)}.`,
    "Rackonomics: an illustration, not advice.",
  ];
  const { month, document } = taken.answer;
  const written = writtenOf(view, formatMonth(addMonths(document.start, month)));
  const needed = view.takes ? await neededOf(session, view.name, taken.scenario, signal) : [];
  return {
    view,
    month,
    written: { ...written, sentences: [...written.sentences, ...needed] },
    origin: { line: parts.filter(Boolean).join(" "), link: "address" in link ? link.address : undefined },
  };
}

/** What else is said of a view, which only solving finds: what stands there already, if that is of these inputs. */
async function neededOf(session: Session, view: string, scenario: Scenario, signal = new AbortController().signal): Promise<string[]> {
  const { needs } = session.store.get();
  if (needs?.view === view && !needs.trouble && isSame(needs.scenario, scenario)) return needs.sentences.map(sentenceText);
  const found = await session.needs(scenario, view, signal);
  // The rest of the answer is taken without it.
  if (found && isRefused(found)) return [`What it would take could not be found: ${problemsText(found.problems)}`];
  return found?.map(sentenceText) ?? [];
}

/** How many pictures a view is: of a chart one for each unit of its lines. */
export async function chartCount(session: Session, { name, kind }: ViewHead): Promise<number> {
  const taken = kind === "chart" ? await session.taken([{ name, by: "month" }]) : undefined;
  const view = taken?.answer.views[0];
  return view ? Math.max(1, chartsOf(view, false).length) : 1;
}

export async function markdown(session: Session, head: ViewHead, signal: AbortSignal): Promise<string> {
  const { written, origin } = await got(session, head, signal);
  return markdownOf(written, origin);
}

export async function html(session: Session, head: ViewHead, signal: AbortSignal): Promise<string> {
  const { written, origin } = await got(session, head, signal);
  return htmlOf(written, origin);
}

/** Of a view in sentences each is a row. */
export async function csv(session: Session, head: ViewHead, signal: AbortSignal): Promise<Content> {
  const { view, written } = await got(session, head, signal);
  const grid = gridOf(view) ?? [["Sentence"], ...written.sentences.map((sentence) => [sentence])];
  return { text: commaSeparated(grid), type: "text/csv" };
}

/** Of a view of several charts, one of each unit, that of a place. */
export async function picture(session: Session, head: ViewHead, form: "svg" | "png", at: number, signal: AbortSignal): Promise<Content> {
  const { view, written, month, origin } = await got(session, head, signal);
  const isDark = document.documentElement.dataset["theme"] === "dark";
  const data = view.kind === "chart" ? chartsOf(view, isDark)[at] : undefined;
  if (data) return chartPicture(await chartScript(), data, month, form);
  const made = form === "svg" ? viewSvg : viewPng;
  const content = made(written, origin.line, colours());
  if (content === NO_PICTURE) throw new Error("It is larger than a browser draws. As SVG it is whole.");
  return form === "svg" ? { text: content, type: "image/svg+xml" } : { picture: content };
}

/** What a canvas without pixels is, or one with too many (HTML, "toDataURL"). */
const NO_PICTURE = "data:,";

function chartPicture(script: Charts, data: ChartData, month: number, form: "svg" | "png"): Content {
  const drawn = script.drawn(data, month, colours(), PICTURE);
  return form === "svg" ? { text: drawn.svgPicture(), type: "image/svg+xml" } : { picture: drawn.picture() };
}
