// The texts over the canvas, as elements: crisp, in the page's font, and at no cost to scene.wasm.

const style = `
:root { --ink: #1b242d; --soft: #5b6875; font-family: system-ui, sans-serif; }
:root[data-theme=dark] { --ink: #eef2f6; --soft: #93a1af; }
html, body { overflow: hidden; }
canvas { pointer-events: none; }
.labels { position: absolute; inset: 0; pointer-events: none; user-select: none; -webkit-user-select: none;
  color: var(--ink); font-size: 11px; line-height: 14px; font-variant-numeric: tabular-nums; }
.labels > span { position: absolute; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.hall-title { font-size: 13px; line-height: 16px; font-weight: 600; }
.hall-power { text-align: right; font-weight: 600; }
.hall-detail, .source-power { color: var(--soft); }
.source-title { font-size: 12px; font-weight: 600; }
.caption { color: var(--soft); }
@media (max-width: 639px) {
  .hall-title { font-size: 12px; }
  .source-power { text-align: right; }
}
.outline-box { position: absolute; outline: 1.5px solid var(--ink); border-radius: 1px; }
.legend { position: absolute; display: flex; flex-wrap: wrap; column-gap: 16px; row-gap: 2px; }
.legend span { max-width: 100%; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.legend i { display: inline-block; box-sizing: border-box; width: 10px; height: 10px; margin-right: 6px; border-radius: 2px; background: currentColor; forced-color-adjust: none; }
.legend i.outline { background: none; border: 1.5px solid; }
`;

/** Texts of a label: kind, text, x, y, width (CSS pixels). Of a legend entry: form, text, colour. */
export type FlatLabels = readonly (string | number)[];

export interface Labels {
  show(labels: FlatLabels, legend: readonly string[]): void;
  /** Changes one text of those shown, by its index there. */
  labelText(index: number, text: string): void;
  legendText(index: number, text: string): void;
  font(family: string): void;
  /** Frames the rack under the pointer; no width, no frame. CSS pixels. */
  outline(x: number, y: number, width: number, height: number): void;
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
  const outlineBox = document.createElement("div");
  outlineBox.className = "outline-box";
  outlineBox.hidden = true;
  layer.append(outlineBox, legendBox);
  document.body.append(layer);
  let spans: HTMLElement[] = [];

  return {
    show(labels, legend) {
      for (const span of spans) span.remove();
      spans = [];
      for (let at = 0; at + 4 < labels.length; at += 5) {
        const [kind, text, x, y, width] = labels.slice(at, at + 5) as [string, string, number, number, number];
        if (kind === "legend") {
          place(legendBox, x, y, width);
          continue;
        }
        const span = document.createElement("span");
        span.className = kind;
        span.textContent = text;
        place(span, x, y, width);
        spans.push(span);
      }
      layer.append(...spans);
      legendBox.replaceChildren(...legendItems(legend));
    },
    labelText(index, text) {
      const span = spans[index];
      if (span) span.textContent = text;
    },
    legendText(index, text) {
      const words = legendBox.children[index]?.lastChild;
      if (words) words.nodeValue = text;
    },
    outline(x, y, width, height) {
      outlineBox.hidden = width <= 0;
      place(outlineBox, x, y, width);
      outlineBox.style.height = `${height}px`;
    },
    font(family) {
      document.documentElement.style.fontFamily = family;
    },
  };
}

function place(element: HTMLElement, x: number, y: number, width: number): void {
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
  element.style.width = `${Math.max(width, 0)}px`;
}

function legendItems(legend: readonly string[]): HTMLElement[] {
  const items: HTMLElement[] = [];
  for (let at = 0; at + 2 < legend.length; at += 3) {
    const [form, text, colour] = legend.slice(at, at + 3) as [string, string, string];
    const swatch = document.createElement("i");
    swatch.className = form;
    swatch.style.color = colour;
    const item = document.createElement("span");
    item.append(swatch, document.createTextNode(text));
    items.push(item);
  }
  return items;
}
