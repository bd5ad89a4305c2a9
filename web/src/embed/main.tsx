// Starts an embed, once it is in sight: a page may hold many, and each that is started costs an engine, or a turn at a shared one.
import { render } from "preact";
import { missingStyle, shownFirst } from "../assets";
import { catalog } from "../catalog";
import { EngineClient } from "../engine/client";
import { foresee } from "../engine/foreseen";
import { Pool } from "../engine/pool";
import { spawnSharedEngine } from "../engine/share";
import { spawnEngine } from "../engine/spawn";
import { isLineSlow, painted } from "../firstpicture";
import { drawTogether } from "../page/drawntogether";
import { keepFocus } from "../page/keptfocus";
import { fixTheme } from "../page/theme";
import { keepTexts } from "../page/translation";
import { Session } from "../state/session";
import type { State } from "../state/state";
import "../styles/page.css";
import "../styles/embed.css";
import { FIGURES, PINNED } from "../views/places";
import { hostAddress } from "./address";
import { Embed } from "./Embed";
import { heightOf, lone } from "./height";
import { Hosted } from "./hosted";
import { Line } from "./line";
import { parametersOf, STORY } from "./parameters";
import { telling } from "./Told";
import { wantedOf } from "./wanted";

const { views, origin, theme, hasMonth, wrong } = parametersOf(location, shownFirst());
if (theme) fixTheme(theme);

const listener = { progress: (progress: State["progress"]) => session.store.update({ progress }) };
const client = new EngineClient(spawnSharedEngine, listener, foresee, { isLineSlow, painted });
// Studies, each in an engine of its own, are the page's.
const pool = new Pool(spawnEngine, () => 0);
const line = new Line(window.parent === window ? undefined : window.parent, origin);
const session = new Session(client, pool, openFirst(), hostAddress);
const hosted = new Hosted(session, line, FIGURES, { isShown: views.includes(STORY), telling });
addEventListener("message", (event) => hosted.receive(line.heard(event)));

document.documentElement.classList.add("embedded");
const place = document.getElementById("app")!;
place.replaceChildren(); // what stands there is for where this script does not run
drawTogether(session.store);
keepFocus();
render(<Embed session={session} views={views} hasMonth={hasMonth} wrong={wrong} />, place);
keepTexts(place);
const sizes = new ResizeObserver(() => line.sayHeight(heightOf(place)));
sizes.observe(place);
lone.watch((scene) => scene && sizes.observe(scene));

const sight = new IntersectionObserver((entries) => {
  if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
  sight.disconnect();
  void session
    .start(catalog.scenarios[0]!.name)
    .then(missingStyle)
    .then((text) => text && session.notify({ level: "warning", text: `${text}.` }));
});
sight.observe(place);

/** Of the views that are asked for, those that the engine certainly knows; and the figures for whoever is told them. */
function openFirst() {
  const heads = Array.from(PINNED.keys(), (name) => ({ name, title: "", note: "", kind: "table" as const }));
  const { shown } = wantedOf(views, heads);
  return new Map([...PINNED].filter(([name]) => shown.includes(name) || (line.isOpen && name === FIGURES)));
}
