// The whole page to an embed, at the same link.
import { isLink } from "../state/address";

/** The folder has the page beside embed.html; the single file is the page itself, without what makes it an embed. */
export function wholePage(address: string, link: string | undefined): string {
  const url = new URL(address);
  const given = isLink(url.hash) ? `#${url.hash.slice(url.hash.search(/s=/))}` : "";
  const page = url.pathname.replace(/embed\.html$/, "");
  const place = url.protocol === "file:" ? "file://" : url.origin;
  return `${place}${page}${link ?? given}`;
}
