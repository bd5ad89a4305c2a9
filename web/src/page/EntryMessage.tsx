// What stands below a field: that an entry does not count yet, why it does not, or the question what it means; and which value the
// figures beside it use meanwhile.
import type { TextEntry } from "./textentry";

interface Props<T> {
  id: string | undefined;
  entry: TextEntry<T>;
  /** A value in words: the one in force, and those to choose from. */
  words(value: T): string;
  value: T;
  /** What is wrong with the value in force itself. */
  problem: string | undefined;
}

export function EntryMessage<T extends number | string>({ id, entry, words, value, problem }: Props<T>) {
  const { refused, pending } = entry;
  const inForce = `The figures use ${words(value)}.`;
  if (pending)
    return (
      <span class="pending" id={id}>
        Enter takes it. {inForce}
      </span>
    );
  if (!refused)
    return problem ? (
      <span class="message" id={id} role="alert">
        {problem}
      </span>
    ) : null;
  return (
    <>
      <span class="message" id={id} role="alert">
        {refused.message} {inForce}
      </span>
      {refused.readings && (
        <span class="readings">
          {refused.readings.map((reading) => (
            <button type="button" class="small" key={reading} onClick={() => entry.take(reading)}>
              {words(reading)}
            </button>
          ))}
        </span>
      )}
    </>
  );
}
