// Starts the page, or of the single file the embed that its address asks for.
import { render } from "preact";
import { isAskedFor } from "./asked";
import { holdsEmbed, missingStyle, runScript } from "./assets";
import { catalog } from "./catalog";
import { EngineClient } from "./engine/client";
import { foresee } from "./engine/foreseen";
import { Pool } from "./engine/pool";
import { spawnEngine, studySeats } from "./engine/spawn";
import { isLineSlow, painted } from "./firstpicture";
import { App } from "./page/App";
import { drawTogether } from "./page/drawntogether";
import { keepFocus } from "./page/keptfocus";
import { keepTexts } from "./page/translation";
import { Session } from "./state/session";
import type { State } from "./state/state";
import "./styles/page.css";
import { PINNED } from "./views/places";

if (holdsEmbed() && isAskedFor(location)) void runScript("embed.js");
else start();

function start(): void {
  const listener = {
    restarted: (text: string) => session.notify({ level: "warning", text }),
    progress: (progress: State["progress"]) => session.store.update({ progress }),
  };
  const client = new EngineClient(spawnEngine, listener, foresee, { isLineSlow, painted });
  const pool = new Pool(spawnEngine, studySeats, (text) => session.notify({ level: "warning", text }));
  const session = new Session(client, pool, PINNED);
  // What it asks for is fetched while the page is drawn.
  const starting = session.start(catalog.scenarios[0]!.name);
  const place = document.getElementById("app")!;
  place.replaceChildren(); // what stands there is for where this script does not run
  drawTogether(session.store);
  keepFocus();
  render(<App session={session} />, place);
  keepTexts(place);
  void starting.then(missingStyle).then((text) => text && session.notify({ level: "warning", text: `${text}.` }));
}
