// Starts the page.
import { render } from "preact";
import { catalog } from "./catalog";
import { EngineClient } from "./engine/client";
import { spawnEngine } from "./engine/spawn";
import { App } from "./page/App";
import { SHOWN_ROWS } from "./rows";
import { Session } from "./state/session";
import "./styles/page.css";

const client = new EngineClient(spawnEngine, SHOWN_ROWS, {
  restarted: (text) => session.notify({ level: "warning", text }),
  progress: (progress) => session.store.update({ progress }),
});
const session = new Session(client);
render(<App session={session} />, document.getElementById("app")!);
void session.start(catalog.scenarios[0]!.name);
