// The colours of a picture, counted in whatever page runs this.

export interface Picture {
  /** A PNG in base64. */
  data: string;
  /** The colours asked for, "#rrggbb". */
  colours: readonly string[];
  /** Runs of one colour longer than this are not counted; all are where none is given. */
  longest?: number;
  /** The part of the picture that is looked at; all of it where none is given. */
  area?: Area | undefined;
}

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Runs in a page, so that it uses nothing but its argument: the pixels of each colour asked for. */
export async function countColours({ data, colours, longest = Infinity, area }: Picture): Promise<number[]> {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { x, y, width, height } = area ?? { x: 0, y: 0, width: image.width, height: image.height };
  const canvas = new OffscreenCanvas(width, height).getContext("2d")!;
  canvas.drawImage(image, -x, -y);
  const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);
  const values = colours.map(
    (colour) =>
      (0xff000000 | (parseInt(colour.slice(5, 7), 16) << 16) | (parseInt(colour.slice(3, 5), 16) << 8) | parseInt(colour.slice(1, 3), 16)) >>> 0,
  );
  const found = colours.map(() => 0);
  for (let at = 0; at < pixels.length; ) {
    let end = at + 1;
    while (end % width !== 0 && pixels[end] === pixels[at]) end++;
    const which = values.indexOf(pixels[at]!);
    if (which >= 0 && end - at <= longest) found[which]! += end - at;
    at = end;
  }
  return found;
}
