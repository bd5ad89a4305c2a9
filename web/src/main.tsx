// Starts the page.
import { render } from "preact";
import { catalog } from "./catalog";
import { EngineClient } from "./engine/client";
import { spawnEngine } from "./engine/spawn";
import { App } from "./page/App";
import { Session } from "./state/session";
import "./styles/page.css";

const client = new EngineClient(spawnEngine, (text) => session.notify({ level: "warning", text }));
const session = new Session(client);
render(<App session={session} />, document.getElementById("app")!);
void session.start(catalog.scenarios[0]!.name);
