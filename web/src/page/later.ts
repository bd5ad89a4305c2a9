// What of the page its first view does not need: a script of its own, which shares the modules of the first (build.mjs). Each
// component is shown by <Later name="…" />.
import { HowSureBody } from "./HowSureBody";
import { Reference } from "./Reference";
import { Report } from "./report/Report";
import { Share } from "./share/Share";
import { Take } from "./Take";
import { Why } from "./Why";

const components = { HowSureBody, Reference, Report, Share, Take, Why };

export type LaterComponents = typeof components;

declare global {
  var rackonomicsLater: { components: LaterComponents } | undefined;
}

export { components };
