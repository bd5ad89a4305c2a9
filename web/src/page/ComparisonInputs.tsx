// Exactly which inputs and things differ, in a table.
import { comparedText, whoseWords } from "../comparison";
import type { Differing } from "../engine/messages";
import { CompareTable } from "./CompareTable";
import type { Answered } from "./comparing";
import { usePicked, useSession } from "./context";
import { listedThings } from "./inputs";

export function ComparisonInputs({ answered: { differences, sides } }: { answered: Answered }) {
  const columns = ["Of whom", "Here", ...sides.map(({ title }) => title)];
  const count = differences.length;
  return (
    <section aria-labelledby="comparison-inputs">
      <h3 id="comparison-inputs">{count === 0 ? "No input differs" : count === 1 ? "One input differs" : `${count} inputs differ`}</h3>
      {count > 0 && (
        <CompareTable
          name="inputs"
          title="What differs"
          first="Input"
          columns={columns}
          rows={differences.map((one) => ({
            title: one.thing ? `${one.thing}: ${one.title}` : one.title,
            head: <InputName differing={one} />,
            cells: [whoseWords(one.whose), ...one.values.map(comparedText)],
          }))}
        />
      )}
    </section>
  );
}

/** What differs, as the way to its control where the scenario has one. */
function InputName({ differing: { path, thing, title } }: { differing: Differing }) {
  const session = useSession();
  const isHere = usePicked((state) => listedThings(state).some((one) => path.startsWith(`${one.scope}.`)));
  const name = (
    <>
      {thing && <span class="quiet">{thing}: </span>}
      {title}
    </>
  );
  return isHere ? (
    <button type="button" class="link" onClick={() => session.jumpTo(path)}>
      {name}
    </button>
  ) : (
    name
  );
}
