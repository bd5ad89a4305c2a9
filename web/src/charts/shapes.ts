// Texts, boxes and lines, as they are drawn on a canvas and written as SVG: one picture, in pixels and in shapes.

/** Pixels of a PNG for each of the picture's. */
export const PIXELS = 2;
/** How high a line of text is. */
export const LINE = 20;

/** A picture of shapes. */
export interface Drawing {
  shapes: readonly Shape[];
  width: number;
  height: number;
}

export type Shape = TextShape | BoxShape | LineShape;

export interface TextShape {
  kind: "text";
  x: number;
  /** Of its middle. */
  y: number;
  text: string;
  colour: string;
  bold?: boolean;
  align?: "left" | "right";
}

export interface BoxShape {
  kind: "box";
  x: number;
  y: number;
  width: number;
  height: number;
  colour: string;
}

/** A line across. */
export interface LineShape {
  kind: "line";
  x: number;
  y: number;
  length: number;
  colour: string;
  width: number;
  dash: readonly number[];
}

/** Fonts that every system has by one of these names: a picture is looked at elsewhere, and in SVG a name in quotes would end its attribute. */
export const PICTURE_FONT = "Arial, Helvetica, sans-serif";
const SIZE = 12;

function fontOf({ bold }: { bold?: boolean }): string {
  return `${bold ? "bold " : ""}${SIZE}px ${PICTURE_FONT}`;
}

/** How wide a text is. */
export type Measure = (text: string, bold?: boolean) => number;

/** As a canvas has texts. */
export function measuring(): Measure {
  const context = document.createElement("canvas").getContext("2d")!;
  return (text, bold = false) => {
    context.font = fontOf({ bold });
    return context.measureText(text).width;
  };
}

/** The address of a picture as a PNG, with what is one already drawn over it, so far down. */
export function pngOf({ shapes, width, height }: Drawing, over?: { picture: HTMLCanvasElement; top: number }): string {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d")!;
  canvas.width = width * PIXELS;
  canvas.height = height * PIXELS;
  context.scale(PIXELS, PIXELS);
  paint(context, shapes);
  if (over) context.drawImage(over.picture, 0, over.top, over.picture.width / PIXELS, over.picture.height / PIXELS);
  return canvas.toDataURL("image/png");
}

function paint(context: CanvasRenderingContext2D, shapes: readonly Shape[]): void {
  context.textBaseline = "middle";
  for (const shape of shapes) {
    context.fillStyle = context.strokeStyle = shape.colour;
    if (shape.kind === "text") {
      context.font = fontOf(shape);
      context.textAlign = shape.align ?? "left";
      context.fillText(shape.text, shape.x, shape.y);
    } else if (shape.kind === "box") {
      context.fillRect(shape.x, shape.y, shape.width, shape.height);
    } else {
      context.lineWidth = shape.width;
      context.setLineDash([...shape.dash]);
      context.beginPath();
      context.moveTo(shape.x, shape.y);
      context.lineTo(shape.x + shape.length, shape.y);
      context.stroke();
    }
  }
}

/** As an SVG of its own. What else stands in it is SVG already. Texts stay texts, and nothing rests on a style sheet, which wikis take away. */
export function svgOf(title: string, { shapes, width, height }: Drawing, more = ""): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${PICTURE_FONT}" font-size="${SIZE}">`;
  return `${head}<title>${escaped(title)}</title>${shapes.map(shapeAsSvg).join("")}${more}</svg>`;
}

function shapeAsSvg(shape: Shape): string {
  const colour = escaped(shape.colour);
  switch (shape.kind) {
    case "text": {
      const end = shape.align === "right" ? ' text-anchor="end"' : "";
      const weight = shape.bold ? ' font-weight="bold"' : "";
      return `<text x="${short(shape.x)}" y="${short(shape.y)}" dominant-baseline="central" fill="${colour}"${weight}${end}>${escaped(shape.text)}</text>`;
    }
    case "box":
      return `<rect x="${short(shape.x)}" y="${short(shape.y)}" width="${short(shape.width)}" height="${short(shape.height)}" fill="${colour}"/>`;
    case "line": {
      const dash = shape.dash.length > 0 ? ` stroke-dasharray="${shape.dash.join(" ")}"` : "";
      return `<path d="M${short(shape.x)} ${short(shape.y)}h${short(shape.length)}" stroke="${colour}" stroke-width="${shape.width}"${dash} fill="none"/>`;
    }
  }
}

function short(place: number): string {
  return String(Math.round(place * 100) / 100);
}

/** A text within markup. What XML cannot hold at all is left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
