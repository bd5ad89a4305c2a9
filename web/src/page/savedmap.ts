// The picture of a map as a PNG: the same shapes, drawn once more by the browser.
import { PIXELS } from "../charts/shapes";
import type { Content } from "./export";

/** Its colours stand in its shapes, so that it is whole without the page's style. */
export async function mapPicture(shown: SVGSVGElement): Promise<Content> {
  const { width, height } = shown.viewBox.baseVal;
  const copy = shown.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("width", String(width * PIXELS));
  copy.setAttribute("height", String(height * PIXELS));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * PIXELS;
  canvas.height = height * PIXELS;
  canvas.getContext("2d")!.drawImage(image, 0, 0);
  return { picture: canvas.toDataURL("image/png") };
}
