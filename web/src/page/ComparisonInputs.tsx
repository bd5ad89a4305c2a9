// Exactly which inputs and things differ, in a table.

import { catalog } from "../catalog";
import { comparedTexts, plainUnit, plainValue, whoseWords } from "../comparison";
import type { Differing } from "../engine/messages";
import { instanceOf, instancePath, isTitle, parsePath } from "../paths";
import { scopeOf } from "../scopes";
import { inputLayers } from "../state/inputvalues";
import type { State } from "../state/state";
import { CompareTable } from "./CompareTable";
import type { Answered } from "./comparing";
import { usePicked, useSession } from "./context";
import { declarationOf, isShown, listedThings } from "./inputs";
import { Selectable } from "./Selectable";

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
          rows={differences.map((one, at) => ({
            title: one.thing ? `${one.thing}: ${one.title}` : one.title,
            head: <InputName differing={one} isTabbed={differences.findIndex(({ path }) => instanceOf(path) === instanceOf(one.path)) === at} />,
            name: ownerOf(one.path),
            cells: [whoseWords(one.whose), ...comparedTexts(one.values)],
          }))}
          grid={() => [
            ["Input", "Path", "Unit", ...columns],
            ...differences.map(({ title, thing, path, whose, values }) => [
              thing ? `${thing}: ${title}` : title,
              path,
              plainUnit(values),
              whoseWords(whose),
              ...values.map(plainValue),
            ]),
          ]}
        />
      )}
    </section>
  );
}

/** Whether the assumptions list it: the other scenario may have a thing that this one has not, or an input that can do nothing here. */
function hasControl(state: State, path: string): boolean {
  if (catalog.horizon.some(({ name }) => name === path)) return true;
  const thing = instanceOf(path);
  if (!listedThings(state).some(({ scope, name }) => instancePath(scope, name) === thing)) return false;
  const declaration = declarationOf(path);
  return declaration ? isShown(inputLayers(state), declaration, parsePath(path).instance) : path === thing || isTitle(path);
}

/** What differs, as the way to its control where the scenario has one. */
function InputName({ differing: { path, thing, title }, isTabbed }: { differing: Differing; isTabbed: boolean }) {
  const session = useSession();
  const isHere = usePicked((state) => hasControl(state, path));
  const own = ownerOf(path);
  const owner = thing && <span class="quiet">{thing}: </span>;
  return (
    <>
      {own && owner && (
        <>
          <Selectable name={own} isTabbed={isTabbed}>
            {owner}
          </Selectable>{" "}
        </>
      )}
      {isHere ? (
        <button type="button" class="link" onClick={() => session.jumpTo(path)}>
          {!own && owner}
          {title}
        </button>
      ) : (
        <>
          {!own && owner}
          {title}
        </>
      )}
    </>
  );
}

/** Of the thing that differs, or whose input does, where there may be several of its kind. */
export function ownerOf(path: string): string | undefined {
  const { scope, instance } = parsePath(path);
  return scopeOf(scope)?.single === false ? instance : undefined;
}
