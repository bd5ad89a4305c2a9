// A list of sources, whose values can be used.
import "../styles/details.css";
import type { Source } from "../engine/messages";
import { SourceText } from "./SourceText";

interface Props {
  sources: readonly Source[];
  /** Where given, a source that states a value of its own offers to use it. */
  onUse?: (value: unknown) => void;
  /** A value as the field would show it. */
  text?: (value: unknown) => string;
  isUsed?: (value: unknown) => boolean;
  /** Whether it is said that there is none. */
  isEmptyTold?: boolean;
}

export function Sources({ sources, onUse, text, isUsed, isEmptyTold = true }: Props) {
  if (sources.length === 0 && !isEmptyTold) return null;
  if (sources.length === 0) return <p class="quiet">No source: our assumption.</p>;
  return (
    <ul class="sources">
      {sources.map((source, at) => (
        <li key={at}>
          <SourceText source={source} />
          {source.value !== undefined && onUse && text && (
            <span class="source-value">
              says <b>{text(source.value)}</b>
              {isUsed?.(source.value) ? (
                <span class="quiet"> in use</span>
              ) : (
                <button type="button" class="small" aria-label={`Use ${text(source.value)} from ${source.label}`} onClick={() => onUse(source.value)}>
                  use
                </button>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
