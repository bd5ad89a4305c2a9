// The sheet of keys: those of the page as they are declared, and those of its controls.
import { useState } from "preact/hooks";
import { COMMANDS, keysText } from "./commands";
import { Dialog } from "./Dialog";
import { haveSignsWork, signsWork } from "./shortcuts";
import { showDialog } from "./showndialog";

/** What keys do where the focus is; the slider's are held to what it does by a test. */
export const IN_PLACE: readonly { where: string; keys: readonly [keys: readonly string[], does: string][] }[] = [
  {
    where: "On a slider",
    keys: [
      [["←", "→", "↑", "↓"], "One step"],
      [["Page Up", "Page Down"], "A tenth of the range"],
      [["Home", "End"], "To an end"],
    ],
  },
  {
    where: "On the time line",
    keys: [
      [["Space"], "Play, or pause"],
      [["<", ">"], "Slower, or faster"],
    ],
  },
  {
    where: "In the floor plan",
    keys: [
      [["+", "−"], "Nearer, or farther"],
      [["0"], "All of it"],
      [["←", "→", "↑", "↓"], "To a side"],
    ],
  },
  {
    where: "In a field",
    keys: [
      [["Enter"], "Take what is typed"],
      [["Esc"], "Leave it as it was"],
      [["↑", "↓"], "One step up or down"],
    ],
  },
  {
    where: "On the point of a map",
    keys: [
      [["←", "→", "↑", "↓"], "One step along an axis"],
      [["Shift+←", "Shift+→", "Shift+↑", "Shift+↓"], "Ten steps"],
    ],
  },
  {
    where: "On parts of a bar, or points of a map’s table",
    keys: [[["←", "→", "↑", "↓"], "To the next one"]],
  },
  {
    where: "Where a thing is selected",
    keys: [[["Esc"], "Let go of it"]],
  },
  {
    where: "In a story",
    keys: [
      [["←", "→"], "To the step before, or the next"],
      [["Esc"], "Leave it"],
    ],
  },
  {
    where: "In a drawer or dialog",
    keys: [[["Esc"], "Close it"]],
  },
];

export function KeySheet() {
  const [work, setWork] = useState(signsWork);
  const close = () => showDialog(undefined);
  return (
    <Dialog label="Keys" class="key-sheet" onClose={close}>
      <div class="palette-head">
        <h2>Keys</h2>
        <button type="button" class="icon" aria-label="Close" onClick={close}>
          ×
        </button>
      </div>
      <div class="key-lists">
        <KeyList
          where="Everywhere"
          keys={Object.values(COMMANDS).map(({ title, keys, outsideFields }) => [
            keys.map((each) => keysText(each)),
            outsideFields ? `${title} (in a field, the typing)` : title,
          ])}
        />
        {IN_PLACE.map(({ where, keys }) => (
          <KeyList key={where} where={where} keys={keys} />
        ))}
      </div>
      <label class="key-signs">
        <input
          type="checkbox"
          checked={work}
          onChange={(event) => {
            haveSignsWork(event.currentTarget.checked);
            setWork(event.currentTarget.checked);
          }}
        />
        Keys without Ctrl or ⌘ work too, outside fields
      </label>
      <p class="quiet">
        Figures are written with a point before decimals and commas between thousands, whatever the language of the browser. Typed ones may be written
        otherwise; where one could mean two numbers, the page asks.
      </p>
    </Dialog>
  );
}

function KeyList({ where, keys }: (typeof IN_PLACE)[number]) {
  return (
    <section>
      <h3>{where}</h3>
      <dl>
        {keys.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name, at) => (
                <span key={name}>
                  {at > 0 && " "}
                  <kbd>{name}</kbd>
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
