// What is said of a view beside what its run says: what it would take for results to be others.

import type { Value } from "../engine/messages";
import { usePicked } from "../page/context";
import { Bold, Sentence, ValueText } from "./parts";
import { needsStanding } from "./standing";

export function Needed() {
  const needs = usePicked((state) => state.needs);
  const isOfBase = usePicked((state) => state.needs?.scenario.origin === state.history?.present.origin);
  const stand = usePicked(needsStanding);
  return (
    <div class="needed" data-standing={stand} aria-busy={stand === "awaited"}>
      {!needs || !isOfBase ? (
        <p>Finding what it would take…</p>
      ) : needs.trouble ? (
        <p>What it would take could not be found: {needs.trouble}</p>
      ) : (
        needs.sentences.map((pieces, at) => (
          <p key={at}>
            <Sentence pieces={pieces} Shown={Found} />
          </p>
        ))
      )}
    </div>
  );
}

/** What is found stands out from what it is now. */
function Found({ value }: { value: Value }) {
  return value.exact ? <Bold value={value} /> : <ValueText value={value} />;
}
