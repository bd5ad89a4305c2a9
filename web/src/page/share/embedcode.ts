// The HTML that shows a view of the open scenario in a page of someone's own.
import { escaped } from "../../charts/shapes";
import type { ViewHead, ViewKind } from "../../engine/messages";

/** In pixels, until the view tells its own: what one of the kind takes in a column of a wiki, 700 pixels wide. */
const HEIGHTS: { readonly [kind in ViewKind]: number } = {
  answer: 460,
  cells: 400,
  chart: 580,
  statement: 560,
  split: 520,
  events: 320,
  table: 420,
};

/**
 * Throws, with what to tell, where the page has no address that others reach. Beside the page of the folder stands what shows a view;
 * the single file shows it itself.
 */
export function embedCode(link: string, { name, title, kind }: Omit<ViewHead, "note">, isSingleFile: boolean): string {
  const { protocol, href, hash } = new URL(link);
  if (!/^https?:$/.test(protocol)) throw new Error("This page is a file on your disk, which no other page can show. Open it from a web server.");
  const embed = new URL(isSingleFile ? href : "embed.html", href);
  embed.searchParams.set("view", name);
  embed.hash = hash;
  return `<iframe src="${escaped(embed.href)}" title="${escaped(title)}" width="100%" height="${HEIGHTS[kind]}" loading="lazy"></iframe>`;
}
