// What is told of an assumption behind a click: what it means, where it comes from, and how sure it is.
import "../styles/details.css";
import type { InputDeclaration } from "../catalog";
import type { InputValue, Uncertain } from "../engine/messages";
import { inputNotes } from "../inputnotes";
import { isProfile } from "../profile";
import { equal } from "../state/history";
import { usePicked, useSession } from "./context";
import { declaredSources, disagree, domId, exactWords, valueWords } from "./inputs";
import { RangeField } from "./RangeField";
import { SourceSwitch } from "./SourceSwitch";
import { Sources } from "./Sources";

interface Props {
  declaration: InputDeclaration;
  path: string;
  value: unknown;
  /** The base's own, undefined for an input of an instance that was added. */
  base: InputValue | undefined;
  now: InputValue | undefined;
  uncertain: Uncertain | undefined;
}

export function InputDetails({ declaration, path, value, base, now, uncertain }: Props) {
  const session = useSession();
  const opened = usePicked((state) => state.history?.present.base.hash);
  const said = base ?? now;
  const sources = declaredSources(declaration, said);
  const use = {
    text: (stated: unknown) => exactWords(stated, declaration),
    isUsed: (stated: unknown) => equal(stated, value),
    onUse: (stated: unknown) => session.change(path, stated),
  };
  return (
    <div class="input-details">
      <p>{said?.note || inputNotes[declaration.name]}</p>
      {base && (
        <p class="quiet">
          Base: {valueWords(base.value, declaration)}
          {base.assumption ? ", an assumption" : ""}
        </p>
      )}
      {declaration.scope !== "scenario" && (
        <Sources
          sources={disagree(sources) ? sources.filter((source) => source.value === undefined) : sources}
          {...use}
          isEmptyTold={!disagree(sources)}
        />
      )}
      {disagree(sources) && <SourceSwitch path={path} title={declaration.title} sources={sources} {...use} />}
      {declaration.scope !== "scenario" && (
        <RangeField
          key={opened}
          id={`${domId(path)}-range`}
          label={declaration.title}
          path={path}
          uncertain={uncertain}
          example={rangeExample(declaration, value)}
          disagree={disagree(sources) && !isProfile(value)}
        />
      )}
    </div>
  );
}

/** What may be typed for how sure an input is. */
function rangeExample({ kind, options = [] }: InputDeclaration, value: unknown): string {
  if (isProfile(value)) return "±10 %";
  switch (kind) {
    case "number":
      return "2 to 3, ±10 %";
    case "switch":
      return "true at 7 or false at 3";
    case "choice":
      return options.map(({ name }) => name).join(" or ");
    case "month":
      return "2026-07 to 2027-01";
    case "day":
      return "2026-07-01 to 2026-09-30";
  }
}
