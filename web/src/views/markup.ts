// A view as Markdown and as a fragment of HTML, to be pasted into a wiki: titles come from anyone's files and links, so nothing of
// them is markup there.
import { escaped } from "../charts/shapes";
import type { Written, WrittenRow, WrittenTable } from "./written";

/** Where it comes from, which stands below it. */
export interface Origin {
  /** The scenario, its date, and that it is no advice. */
  line: string;
  /** Nothing where there is no link. */
  link: string | undefined;
}

export function markdownOf(written: Written, { line, link }: Origin): string {
  const from = link ? `${markdownText(line)} [Open in Rackonomics](<${link}>)` : markdownText(line);
  return [
    `### ${markdownText(headed(written))}`,
    markdownText(written.note),
    written.sentences.map((sentence) => `- ${markdownText(sentence)}`).join("\n"),
    ...written.tables.flatMap((table) => [table.title ? `#### ${markdownText(table.title)}` : "", markdownTable(table)]),
    from,
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

function headed({ title, month }: Written): string {
  return month ? `${title}, ${month}` : title;
}

function markdownTable({ head, rows }: WrittenTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(head.map(markdownText)),
    line(head.map((_, at) => (at === 0 ? "---" : "---:"))),
    ...rows.map((row) => line(row.cells.map((cell, at) => markdownCell(row, cell, at)))),
  ].join("\n");
}

function markdownCell({ depth = 0, strong }: WrittenRow, cell: string, at: number): string {
  const text = strong && cell ? `**${markdownText(cell)}**` : markdownText(cell);
  return at === 0 ? "&nbsp;&nbsp;".repeat(depth) + text : text;
}

/** What Markdown, or HTML in it, would take for markup. A dollar may begin a formula. */
function markdownText(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~$&]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : `\\${sign}`))
    .replace(/^(\s*\d*)([-+=.)])(?=\s|$)/, "$1\\$2")
    .replace(/\s*[\r\n]+\s*/g, " ");
}

/** Without styles, scripts and attributes but a link's: what every wiki takes. */
export function htmlOf(written: Written, { line, link }: Origin): string {
  const from = link ? `${escaped(line)} <a href="${escaped(link)}">Open in Rackonomics</a>` : escaped(line);
  const sentences = written.sentences.map((sentence) => `<li>${escaped(sentence)}</li>`).join("");
  return [
    `<h3>${escaped(headed(written))}</h3>`,
    `<p>${escaped(written.note)}</p>`,
    sentences && `<ul>${sentences}</ul>`,
    ...written.tables.map(htmlTable),
    `<p>${from}</p>`,
  ]
    .filter(Boolean)
    .join("\n");
}

function htmlTable({ title, head, rows }: WrittenTable): string {
  const cell = ({ depth = 0, strong }: WrittenRow, text: string, at: number) => {
    const inner = strong && text ? `<strong>${escaped(text)}</strong>` : escaped(text);
    return at === 0 ? `<th scope="row" align="left">${"&nbsp;&nbsp;".repeat(depth)}${inner}</th>` : `<td align="right">${inner}</td>`;
  };
  const lines = rows.map((row) => `<tr>${row.cells.map((text, at) => cell(row, text, at)).join("")}</tr>`);
  return [
    title ? `<h4>${escaped(title)}</h4>\n` : "",
    `<table>\n<thead><tr>${head.map((text) => `<th scope="col">${escaped(text)}</th>`).join("")}</tr></thead>\n<tbody>\n`,
    lines.join("\n"),
    "\n</tbody>\n</table>",
  ].join("");
}
