// The whole page to an embed, at the same link.
import { isLink } from "../state/address";
import { NAMES } from "./parameters";

/** The folder has the page beside embed.html and scene.html; the single file is the page itself, without what makes it an embed. */
export function wholePage(address: string, link: string | undefined): string {
  const url = new URL(address);
  const given = isLink(url.hash) ? `#${/(?<=[#?&])s=.*/.exec(url.hash)?.[0] ?? url.hash.slice(1)}` : "";
  const page = url.pathname.replace(/(embed|scene)\.html$/, "");
  const place = url.protocol === "file:" ? "file://" : url.origin;
  for (const name of NAMES) url.searchParams.delete(name);
  return `${place}${page}${url.search}${link ?? given}`;
}
