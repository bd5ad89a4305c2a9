// <rack-scenario>, for pages that show scenarios: a classic script that needs nothing else.
import { followLinks } from "./links";
import { RackScenario } from "./scenario";

if (!customElements.get("rack-scenario")) {
  customElements.define("rack-scenario", RackScenario);
  followLinks(document);
}
