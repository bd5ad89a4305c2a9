// One entry of the reference: a line with its value, which opens to all that is known of it.
import { catalog, inputOf } from "../catalog";
import type { Entry, FormulaPart, Instance } from "../engine/messages";
import { entryValues, type Reference } from "../engine/reference";
import { displayOf, unitWords } from "../format";
import { isProfile } from "../profile";
import { scopeOf } from "../scopes";
import { documentInput, inputLayers } from "../state/inputvalues";
import { Figure } from "../views/parts";
import { valueText } from "../views/values";
import { usePicked, useSession } from "./context";
import { declaredSources, isShown, pathOf, valueWords } from "./inputs";
import { Sources } from "./Sources";
import "../styles/tree.css";

interface EntryProps {
  entry: Entry;
  answer: Reference;
  month: string;
  byId: ReadonlyMap<string, Entry>;
}

export function ReferenceEntry({ isOpen, ...props }: EntryProps & { isOpen: boolean }) {
  const session = useSession();
  const { entry } = props;
  return (
    <li class="entry">
      <div class="node">
        <button
          type="button"
          class="node-title"
          id={`entry-${entry.id}`}
          aria-expanded={isOpen}
          onClick={() => session.refer(isOpen ? "" : entry.id)}
        >
          {entry.title} <code translate={false}>{entry.name}</code>
        </button>
        {!isOpen && <Summary {...props} />}
      </div>
      {isOpen && (
        <div class="node-body">
          <About entry={entry} />
          <Formula parts={entry.formula} byId={props.byId} />
          {entry.when && (
            <div class="entry-when">
              Told where <Formula parts={entry.when} byId={props.byId} />
            </div>
          )}
          <p class="quiet">{entry.note}</p>
          {entry.is === "input" ? <InputValues {...props} /> : <Values {...props} />}
          {entry.is !== "input" && entry.sources && <Sources sources={entry.sources} />}
          <Links title="Read by" ids={entry.read_by} byId={props.byId} />
          <ShownBy names={entry.shown_by} />
        </div>
      )}
    </li>
  );
}

/** Of few things the values, of many how many there are. */
function Summary({ entry, answer, month }: EntryProps) {
  const document = usePicked((state) => state.result?.document);
  const texts =
    entry.is === "input"
      ? thingsOf(entry, answer).map((thing) => valueWords(documentInput(document, pathOf(inputOf(entry.id)!, thing.name))?.value, inputOf(entry.id)!))
      : entryValues(answer, entry, month).map(({ value }) => valueText(value));
  return (
    <span class="entry-value" translate={false}>
      {texts.length > 3 ? `${texts.length} values` : texts.map((text, at) => <span key={at}>{text}</span>)}
    </span>
  );
}

function About({ entry: { is, unit, kind, by, percent } }: { entry: Entry }) {
  const session = useSession();
  const words = [is, kind === "number" ? "" : kind, unitWords(unit, displayOf({ percent }))];
  return (
    <p class="quiet">
      {words.filter((word, at) => word && words.indexOf(word) === at).join(" · ")}
      {by && (
        <>
          , weighed by{" "}
          <button type="button" class="name" translate={false} onClick={() => session.refer(by)}>
            {by}
          </button>
        </>
      )}
    </p>
  );
}

function Formula({ parts, byId }: { parts: readonly FormulaPart[] | undefined; byId: ReadonlyMap<string, Entry> }) {
  const session = useSession();
  if (!parts) return null;
  return (
    <code translate={false}>
      {parts.map(({ text, entry }, at) =>
        entry ? (
          <button type="button" class="name" key={at} title={byId.get(entry)?.title ?? entry} onClick={() => session.refer(entry)}>
            {text}
          </button>
        ) : (
          text
        ),
      )}
    </code>
  );
}

function Values({ entry, answer, month }: EntryProps) {
  const values = entryValues(answer, entry, month);
  if (entry.is === "function") return null;
  if (values.length === 0) return <p class="quiet">{nothingToTell(entry, answer)}</p>;
  return (
    <ul class="entry-values">
      {values.map(({ thing, value }) => (
        <li key={thing.name}>
          <ThingTitle thing={thing} />{" "}
          <span class="node-value">
            <Figure value={value} what={thing.title ? `${entry.title}, ${thing.title}` : entry.title} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function nothingToTell(entry: Entry, answer: Reference): string {
  const has = answer.things.some(({ scope }) => scope === entry.scope);
  return has ? "This scenario has nothing that it would be told of." : `This scenario has no ${scopeOf(entry.scope)?.plural}.`;
}

function ThingTitle({ thing }: { thing: Instance }) {
  return thing.title ? <span>{thing.title}</span> : null;
}

/** The scenario itself counts as a thing. */
function thingsOf(entry: Entry, { things }: Reference): readonly Instance[] {
  if (catalog.horizon.some(({ name }) => name === entry.id)) return [{ scope: entry.scope, name: entry.scope, title: "", parent: "" }];
  return things.filter(({ scope }) => scope === entry.scope);
}

function InputValues(props: EntryProps) {
  const { entry, answer } = props;
  const things = thingsOf(entry, answer);
  const declaration = inputOf(entry.id)!;
  if (things.length === 0)
    return (
      <>
        <p class="quiet">{nothingToTell(entry, answer)}</p>
        <Sources sources={entry.sources ?? []} />
      </>
    );
  return (
    <>
      {declaration.options && <p class="quiet">One of: {declaration.options.map(({ title }) => title).join(", ")}.</p>}
      <ul class="entry-values">
        {things.map((thing) => (
          <InputValue key={thing.name} {...props} thing={thing} />
        ))}
      </ul>
    </>
  );
}

/** What a thing has for an input, where that comes from, and the way to its control. */
function InputValue({ entry, answer, month, thing }: EntryProps & { thing: Instance }) {
  const session = useSession();
  const document = usePicked((state) => state.result?.document);
  const declaration = inputOf(entry.id)!;
  const path = pathOf(declaration, thing.name);
  const value = documentInput(document, path);
  const hasEffect = isShown(inputLayers(session.store.get()), declaration, thing.name);
  const now = isProfile(value?.value) && entryValues(answer, entry, month).find((each) => each.thing.name === thing.name);
  return (
    <li>
      <ThingTitle thing={thing} />{" "}
      <span class="node-value" translate={false}>
        {now ? `${valueText(now.value)} (${valueWords(value?.value, declaration)})` : valueWords(value?.value, declaration)}
      </span>{" "}
      {hasEffect ? (
        <button type="button" class="small" aria-label={`Go to this assumption: ${entry.title} ${thing.title}`} onClick={() => session.jumpTo(path)}>
          Go to this assumption
        </button>
      ) : (
        <span class="quiet">without effect here</span>
      )}
      {value?.assumption && <span class="badge">assumption</span>}
      {value?.note && <p class="quiet">{value.note}</p>}
      {entry.scope !== "scenario" && <Sources sources={declaredSources(declaration, value)} />}
    </li>
  );
}

function Links({ title, ids = [], byId }: { title: string; ids: readonly string[] | undefined; byId: ReadonlyMap<string, Entry> }) {
  const session = useSession();
  if (ids.length === 0) return null;
  return (
    <div class="entry-links">
      <h5>{title}</h5>
      <ul aria-label={title}>
        {ids.map((id) => (
          <li key={id}>
            <button type="button" class="name" onClick={() => session.refer(id)}>
              {byId.get(id)?.title ?? id}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The views of the scenario that show it. */
function ShownBy({ names = [] }: { names: readonly string[] | undefined }) {
  const available = usePicked((state) => state.shown?.answer.available) ?? [];
  const heads = available.filter(({ name }) => names.includes(name));
  if (heads.length === 0) return null;
  return <p class="quiet">Shown by {heads.map(({ title }) => title).join(", ")}.</p>;
}
