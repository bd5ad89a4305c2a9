// What of the page its first view does not need: a script of its own, which shares the modules of the first (build.mjs). Each
// component is shown by <Later name="…" />.
import { Dialogs } from "./Dialogs";
import { HowSureBody } from "./HowSureBody";
import { KeptNote } from "./KeptNote";
import { Offline } from "./Offline";
import { Reference } from "./Reference";
import { Resume } from "./Resume";
import { Take } from "./Take";
import { Why } from "./Why";

const components = { Dialogs, HowSureBody, KeptNote, Offline, Reference, Resume, Take, Why };

export type LaterComponents = typeof components;

declare global {
  var rackonomicsLater: { components: LaterComponents } | undefined;
}

export { components };
