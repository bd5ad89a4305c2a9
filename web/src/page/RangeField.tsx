// How sure an input is, behind a click: a range can be typed for inputs of every kind, where the sources disagree their spread be
// taken, and the input be made certain again.
import "../styles/details.css";
import { useState } from "preact/hooks";
import type { Uncertain } from "../engine/messages";
import { rangeProblem } from "../quantity";
import { useSession } from "./context";

/** Stands for the spread of what the sources say. */
const SOURCES = "sources";

interface Props {
  id: string;
  label: string;
  path: string;
  uncertain: Uncertain | undefined;
  /** What may be typed, for example. */
  example: string;
  /** Whether at least two sources say different values. */
  disagree: boolean;
}

export function RangeField({ id, label, path, uncertain, example, disagree }: Props) {
  const session = useSession();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const take = async (typed: string) => {
    if (typed.trim() === "") return;
    const [wrong] = await session.range([{ path, text: typed }]);
    setProblem(rangeProblem(label, wrong));
    if (wrong === undefined) setText("");
  };
  return (
    <div class="range-field">
      <label for={id}>How sure</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={uncertain?.text ?? example}
        aria-label={`${label}: how sure, as a range`}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-message` : undefined}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && void take(text)}
        onBlur={() => void take(text)}
      />
      {disagree && (
        <button type="button" class="small" onClick={() => void take(SOURCES)}>
          The sources’ spread
        </button>
      )}
      {problem && (
        <span class="message" id={`${id}-message`} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
