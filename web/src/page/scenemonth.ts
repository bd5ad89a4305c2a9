// The month that the scene shows, which has fractions while playing. Apart from the page's state, so
// that sixty of them a second draw nothing but the scene.
import { Watched } from "./watched";

export const sceneMonth = new Watched(0);
