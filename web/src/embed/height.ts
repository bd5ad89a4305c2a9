// How high an embed has to be. A floor plan that stands alone takes what the window leaves, and is counted here as high as it would be
// by itself: a page around that makes the frame as high as it is told would else make it higher each time, or never lower.
import { Watched } from "../page/watched";

/** The floor plan that stands alone, while one does. */
export const lone = new Watched<HTMLElement | undefined>(undefined);

export function heightOf(place: HTMLElement): number {
  const { height } = place.getBoundingClientRect();
  const scene = lone.get();
  // One that is empty, or cannot be drawn, takes no more than it needs.
  if (!scene?.isConnected || scene.querySelector(".scene-empty")) return Math.ceil(height);
  const own = Number.parseFloat(getComputedStyle(scene).getPropertyValue("--scene-height"));
  return Math.ceil(height - scene.getBoundingClientRect().height + own);
}
