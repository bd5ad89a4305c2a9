// The texts over the canvas, as elements: crisp, in the page's font, and at no cost to scene.wasm.

const SVG = "http://www.w3.org/2000/svg";

const style = `
:root { --ink: #1b242d; --soft: #5b6875; --limit: #b3261e; --paper: #fbfcfd; font-family: system-ui, sans-serif; }
:root[data-theme=dark] { --ink: #eef2f6; --soft: #93a1af; --limit: #ff8a80; --paper: #10161d; }
html, body { overflow: hidden; }
canvas { pointer-events: none; }
.labels { position: absolute; inset: 0; pointer-events: none; user-select: none; -webkit-user-select: none;
  color: var(--soft); font-size: 11px; line-height: 14px; font-variant-numeric: tabular-nums; }
.labels > span { position: absolute; transform-origin: 0 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.labels b { color: var(--ink); font-weight: 600; margin-right: 7px; }
.site-title b { font-size: 13px; }
.limit-warning { color: var(--limit); font-weight: 600; }
.limit-warning b { font-size: 13px; }
.money-lost { color: var(--limit); }
.rack-title, .rack-detail { width: fit-content !important; box-sizing: border-box; padding: 0 3px; background: var(--paper); }
.sky-title, .sky-detail, .satellite-title { color: #b9c7db; }
.satellite-title b { color: #fff; }
.sky-title b { font-size: 13px; color: #fff; }
@media (max-width: 639px) {
  .labels { font-size: 10px; line-height: 12px; }
  .site-title b, .limit-warning b { font-size: 11px; }
  .limit-warning b { color: inherit; }
}
.pointed { position: absolute; inset: 0; width: 100%; height: 100%; overflow: hidden; }
.pointed polygon { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.legend { position: absolute; color: var(--ink); display: flex; flex-wrap: wrap; column-gap: 16px; row-gap: 2px; }
.legend span { max-width: 100%; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.legend i { display: inline-block; box-sizing: border-box; width: 10px; height: 10px; margin-right: 6px; border-radius: 2px; background-color: currentColor; forced-color-adjust: none; }
.legend i.hatch-1 { background-image: repeating-linear-gradient(-45deg, #0005 0 1.5px, #0000 1.5px 4px); }
.legend i.hatch-2 { background-image: repeating-linear-gradient(45deg, #0005 0 1.5px, #0000 1.5px 4px); }
.legend i.hatch-3 { background-image: radial-gradient(#0006 1.2px, #0000 1.3px); background-size: 4px 4px; }
.legend i.hatch-4 { background-image: repeating-linear-gradient(#0005 0 1.5px, #0000 1.5px 4px); }
.legend i.hatch-5 { background-image: repeating-linear-gradient(45deg, #0005 0 1px, #0000 1px 4px), repeating-linear-gradient(-45deg, #0005 0 1px, #0000 1px 4px); }
.legend i.line { border-radius: 0; vertical-align: middle; }
.legend i.outline { background: none; border: 1.5px solid; }
`;

/** Texts of a label: kind, text (a tab parts the title from the rest), x, y, width (CSS pixels), slope. */
export type FlatLabels = readonly (string | number)[];

export interface Labels {
  /** Of a legend entry: form, text, colour, and of a line how thick it is, in CSS pixels. */
  show(labels: FlatLabels, legend: FlatLabels): void;
  /** Changes one text of those shown, by its index there. */
  labelText(index: number, text: string): void;
  legendText(index: number, text: string): void;
  font(family: string): void;
  /** Frames the rack under the pointer by its corners, x and y in CSS pixels; no corners, no frame. */
  outline(corners: readonly number[]): void;
}

export function createLabels(): Labels {
  // A style element would need a hash in the page's policy; a constructed sheet does not.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  const layer = document.createElement("div");
  layer.className = "labels";
  layer.setAttribute("aria-hidden", "true");
  const legendBox = document.createElement("div");
  legendBox.className = "legend";
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "pointed");
  const polygon = document.createElementNS(SVG, "polygon");
  drawing.append(polygon);
  layer.append(drawing, legendBox);
  document.body.append(layer);
  let spans: HTMLElement[] = [];
  const written = new Set<HTMLElement>(); // and not measured yet
  // All are measured before any is written anew, or the browser lays the page out for each.
  const shortenCut = () => {
    for (const span of [...written].filter(isCut)) shorten(span);
    written.clear();
  };

  return {
    show(labels, legend) {
      for (const span of spans) span.remove();
      spans = [];
      for (let at = 0; at + 5 < labels.length; at += 6) {
        const [kind, text, x, y, width, slope] = labels.slice(at, at + 6) as [string, string, number, number, number, number];
        if (kind === "legend") {
          place(legendBox, x, y, width);
          continue;
        }
        const span = document.createElement("span");
        span.className = kind;
        write(span, text);
        place(span, x, y, width);
        if (slope) span.style.transform = `matrix(1, ${slope}, 0, 1, 0, 0)`;
        spans.push(span);
      }
      layer.append(...spans);
      for (const span of spans) written.add(span);
      shortenCut();
      legendBox.replaceChildren(...legendItems(legend));
    },
    labelText(index, text) {
      const span = spans[index];
      if (!span) return;
      write(span, text);
      if (written.size === 0) queueMicrotask(shortenCut);
      written.add(span);
    },
    legendText(index, text) {
      const words = legendBox.children[index]?.lastChild;
      if (words) words.nodeValue = text;
    },
    outline(corners) {
      polygon.setAttribute("points", corners.join(" "));
    },
    font(family) {
      document.documentElement.style.fontFamily = family;
    },
  };
}

function write(span: HTMLElement, text: string): void {
  const [title = "", rest = ""] = text.split("\t");
  const name = document.createElement("b");
  name.textContent = title;
  span.replaceChildren(...(title ? [name] : []), rest);
}

function isCut(span: HTMLElement): boolean {
  return span.scrollWidth > span.clientWidth;
}

/** Leaves what a name is told with out where there is no room for all of it: a figure that is cut says another. */
function shorten(span: HTMLElement): void {
  if (span.childNodes.length > 1) span.lastChild!.remove();
}

function place(element: HTMLElement, x: number, y: number, width: number): void {
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
  element.style.width = element.style.maxWidth = `${Math.max(width, 0)}px`;
}

function legendItems(legend: FlatLabels): HTMLElement[] {
  const items: HTMLElement[] = [];
  for (let at = 0; at + 3 < legend.length; at += 4) {
    const [form, text, colour, thickness] = legend.slice(at, at + 4) as [string, string, string, number];
    const swatch = document.createElement("i");
    swatch.className = form;
    swatch.style.color = colour;
    if (thickness) swatch.style.height = `${thickness}px`;
    const item = document.createElement("span");
    item.append(swatch, document.createTextNode(text));
    items.push(item);
  }
  return items;
}
