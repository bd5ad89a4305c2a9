import jsQR from "jsqr";
import { describe, expect, it } from "vitest";
import { qrCode } from "../src/page/report/qr";

/** The code as a camera would have it: three pixels a square. */
function read(text: string): string | undefined {
  const code = qrCode(text)!;
  const scale = 3;
  const width = code.size * scale;
  const pixels = new Uint8ClampedArray(4 * width * width).fill(255);
  for (const [, x, y, length] of code.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++)
        pixels.fill(0, 4 * (row * width + column), 4 * (row * width + column) + 3);
  return jsQR(pixels, width, width)?.data;
}

function link(length: number): string {
  const start = "https://rackonomics.example/wiki/#s=1.";
  return start + Array.from({ length: length - start.length }, (_, at) => "abcXYZ019-_."[(at * 7 + (at % 5)) % 12]).join("");
}

describe("a link as a QR code", () => {
  it.each([60, 200, 400, 900, 1500, 1700])("of %i characters is read again by another reader", (length) => {
    expect(read(link(length))).toBe(link(length));
  });
  it("of a long link has squares of at least 0.4 mm", () => {
    const { millimetres, size } = qrCode(link(1600))!;
    expect(millimetres / size).toBeGreaterThan(0.4);
    expect(millimetres).toBeLessThanOrEqual(64);
  });
  it("is none of what no code holds", () => expect(qrCode(link(4000))).toBeUndefined());
});
