// What a scenario is about: the sentence that says what it is, and the rest for who asks, so that the answer stands in the first view.
import { useState } from "preact/hooks";

/** The beginning of a text that says what it is about, in whole sentences, and the rest. */
export function parted(text: string): [beginning: string, rest: string] {
  const beginning = /^[\s\S]{60,}?[.?!](?=\s+\S)/.exec(text)?.[0] ?? text;
  return [beginning, text.slice(beginning.length).trim()];
}

/** What comes before the text of a scenario that is changed: its figures are those of the scenario as it was. */
export function ofUnchanged(changes: number): string {
  return changes === 1 ? "Without the change made here: " : `Without the ${changes} changes made here: `;
}

/** Of another scenario it begins anew: give it a key. */
export function About({ text, changes }: { text: string; changes: number }) {
  const [isWhole, setIsWhole] = useState(false);
  const [beginning, rest] = parted(text);
  return (
    <p class="about">
      {text && changes > 0 && <em>{ofUnchanged(changes)}</em>}
      <span>{beginning}</span>
      {rest && isWhole && <span> {rest}</span>}
      {rest && (
        <button type="button" class="about-more" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? "Less" : "More about this scenario"}
        </button>
      )}
    </p>
  );
}
