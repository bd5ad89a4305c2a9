// What differs from the base scenario, in words; each line can be taken back.
import "../styles/changes.css";
import "../styles/effects.css";
import type { InputDeclaration } from "../catalog";
import type { Origin } from "../engine/engine";
import type { Instance } from "../engine/messages";
import { isTitle, orderedScope, parsePath, rangedInput, STUDY } from "../paths";
import { calledAmong } from "../state/things";
import { uncertainIn } from "../state/uncertainty";
import { Room, useRoom } from "../views/Room";
import { Asking } from "./Asking";
import { type Effect, type Effects, useEffects } from "./ChangeEffects";
import { usePicked, useSession } from "./context";
import { baseInput, bothWords, declarationOf, listedThings, pathTitle } from "./inputs";
import { FORMER } from "./variants";

export function Changes() {
  const effects = useEffects();
  const session = useSession();
  const changes = usePicked((state) => state.history?.present.changes);
  const result = usePicked((state) => state.result);
  if (!changes || changes.size === 0 || !result) return null;
  const state = session.store.get();
  const instances = [...listedThings(state), ...(state.baseline?.document.instances ?? [])];
  return (
    <section class="changes" aria-label="Changed against the base">
      <h2>Changed</h2>
      <EffectsNote effects={effects} />
      <ul>
        {Array.from(changes, ([path, value]) => {
          const title = pathTitle(path, instances);
          const ranged = rangedInput(path);
          return (
            <li key={path}>
              <button type="button" class="change" title="Go to this assumption" onClick={() => session.jumpTo(ranged ?? path)}>
                {title}:{" "}
                {parsePath(path).scope === STUDY ? (
                  <b translate={false}>{studyWords(value, ranged && uncertainIn(result.document.study, ranged)?.text)}</b>
                ) : (
                  <Change
                    value={
                      orderedScope(path) !== undefined
                        ? orderWords(value, path, instances)
                        : isTitle(path)
                          ? value || parsePath(path).instance
                          : value
                    }
                    before={baseInput(state, path)?.value}
                    declaration={declarationOf(path)}
                  />
                )}
              </button>
              <button type="button" class="icon" aria-label={`Take back: ${title}`} onClick={() => session.reset(path)}>
                ×
              </button>
              <EffectOf effect={effects.of(path)} of={state.history!.present.origin} isTold={effects.trouble !== undefined} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the effects are, or how it stands with them, in one place. */
function EffectsNote({ effects: { asking, isFormer, trouble } }: { effects: Effects }) {
  const doing = "Computing what each change does";
  return (
    <div class="effects-note roomy">
      <p>Below each what it does to the leading figures: all changes against all but that one, so together with the others.</p>
      {asking && <Asking doing={isFormer ? `${FORMER} ${doing}` : doing} {...asking} />}
      {!asking && trouble !== undefined && <p class="effects-instead">What each does could not be computed: {trouble}</p>}
      {!asking && isFormer && <p class="effects-instead">{FORMER}</p>}
    </div>
  );
}

/** How many characters an effect usually has. */
const USUAL = [110];

function EffectOf({ effect, of, isTold }: { effect: Effect | undefined; of: Origin; isTold: boolean }) {
  const room = useRoom(of, effect && [effect.text.length], USUAL);
  return (
    <div class="effect-place roomy">
      {effect && (
        <p class={effect.isFormer ? "effect former" : "effect"} translate={false}>
          {effect.isFormer && <span class="visually-hidden">of former inputs: </span>}
          {effect.text}
        </p>
      )}
      {!isTold && <Room room={room} />}
    </div>
  );
}

/** "Google, Anthropic" */
function orderWords(value: unknown, path: string, instances: readonly Instance[]): string {
  const title = (name: unknown) => {
    const found = instances.find((thing) => thing.scope === orderedScope(path) && thing.name === name);
    return found ? calledAmong(found, instances) : String(name);
  };
  return Array.isArray(value) ? value.map(title).join(", ") : "";
}

/** What a change says of the study. */
function studyWords(value: unknown, range: string | undefined): string {
  if (value === null) return "certain";
  if (Array.isArray(value)) return String(value.length);
  return range ?? (typeof value === "object" ? "uncertain" : String(value));
}

/** Of an input or title both values; a thing was added or removed as a whole. */
function Change({ value, before, declaration }: { value: unknown; before: unknown; declaration: InputDeclaration | undefined }) {
  if (typeof value === "string" && !declaration)
    return (
      <>
        <s>{String(before ?? "")}</s> <b>{value}</b>
      </>
    );
  if (!declaration) return <b>{value === null ? "removed" : "added"}</b>;
  const [was, now] = bothWords(before, value, declaration);
  return (
    <>
      {before !== undefined && <s translate={false}>{was}</s>} <b translate={false}>{now}</b>
    </>
  );
}
