// A link as a QR code (ISO/IEC 18004). The longer it is, the smaller are the squares of a code of one size: so a long link has less
// to spare for damage, and a larger code.
import { encode } from "uqr";

/** The width of the quiet zone that the standard asks for, in squares. */
const QUIET = 4;
/** Squares of the largest code that still has the middle level of correction. */
const MIDDLING = 97;
/** In millimetres: what the camera of a telephone tells apart at arm's length, and the least and greatest code. */
const SQUARE = 0.42;
const LEAST = 32;
const GREATEST = 64;

export interface QrCode {
  /** Squares of one side, the quiet zone included. */
  size: number;
  /** The dark squares, as the path of an SVG that is as many units wide. */
  path: string;
  /** How wide to print it, in millimetres. */
  millimetres: number;
}

/** Undefined for what is too long for any code. */
export function qrCode(text: string): QrCode | undefined {
  const bytes = [...new TextEncoder().encode(text)];
  const middle = coded(bytes, "M");
  const code = middle && middle.size - 2 * QUIET <= MIDDLING ? middle : coded(bytes, "L");
  if (!code) return undefined;
  const path = code.data.map((row, y) => rowPath(row, y)).join("");
  return { size: code.size, path, millimetres: Math.min(GREATEST, Math.max(LEAST, code.size * SQUARE)) };
}

function coded(bytes: number[], ecc: "L" | "M") {
  try {
    return encode(bytes, { ecc, border: QUIET, boostEcc: true });
  } catch {
    return undefined; // It is longer than the largest code of this level holds.
  }
}

/** Runs of dark squares as one bar each. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = "";
  for (let from = 0; from < row.length; ) {
    let to = from + 1;
    while (to < row.length && row[to] === row[from]) to++;
    if (row[from]) path += `M${from} ${y}h${to - from}v1h${from - to}z`;
    from = to;
  }
  return path;
}
