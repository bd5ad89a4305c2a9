// Beside a value: who says it, when and how sure that is; or that it is the reader's own, or our assumption.
import type { InputDeclaration } from "../catalog";
import type { InputValue, Source } from "../engine/messages";
import { areAtOdds, declaredSources, sourceOf, statedNumbers, valueWords } from "./inputs";
import { SourceText } from "./SourceText";

interface Props {
  declaration: InputDeclaration;
  value: unknown;
  base: InputValue | undefined;
  now: InputValue | undefined;
  changed: boolean;
  /** Nobody gave it for this scenario. */
  isDefault: boolean;
  open: boolean;
  /** Opens what is told of the input, where one can choose between its sources. */
  onOpen(): void;
}

export function Stated({ declaration, value, base, now, changed, isDefault, open, onOpen }: Props) {
  const said = base ?? now;
  const sources = declaredSources(declaration, said);
  const source = sourceOf(sources, value, !changed && said?.assumption === false);
  const span = spanOf(sources, declaration);
  return (
    <p class="stated">
      {isDefault && <span class="quiet">Not given here, so the model’s default: </span>}
      {source ? (
        <SourceText source={source} />
      ) : (
        <span class="quiet">{changed ? `Yours${base ? `; in the base ${valueWords(base.value, declaration)}` : ""}` : "Our assumption"}</span>
      )}
      {areAtOdds(declaration, said) && (
        <button type="button" class="link" aria-expanded={open} onClick={onOpen} aria-label={`${declaration.title}: sources disagree${span}`}>
          sources disagree{span}
        </button>
      )}
    </p>
  );
}

/** ": $2.35 to $2.60" */
function spanOf(sources: readonly Source[], declaration: InputDeclaration): string {
  const numbers = statedNumbers(sources);
  return numbers.length < 2 ? "" : `: ${valueWords(Math.min(...numbers), declaration)} to ${valueWords(Math.max(...numbers), declaration)}`;
}
