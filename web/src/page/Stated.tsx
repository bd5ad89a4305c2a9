// Beside a value: who says it, when and how sure that is; or that it is the reader's own, or our assumption.
import type { InputDeclaration } from "../catalog";
import type { InputValue } from "../engine/messages";
import { declaredSources, disagree, exactWords, sourceOf, statedNumbers, valueWords } from "./inputs";
import { SourceText } from "./Sources";

interface Props {
  declaration: InputDeclaration;
  value: unknown;
  base: InputValue | undefined;
  now: InputValue | undefined;
  changed: boolean;
  open: boolean;
  /** Opens what is told of the input, where one can choose between its sources. */
  onOpen(): void;
}

export function Stated({ declaration, value, base, now, changed, open, onOpen }: Props) {
  const sources = declaredSources(declaration, base ?? now);
  const source = sourceOf(sources, value);
  return (
    <p class="stated">
      {source ? <SourceText source={source} /> : <span class="quiet">{changed ? `Yours; before ${valueWords(base?.value, declaration)}` : "Our assumption"}</span>}
      {disagree(sources) && (
        <button type="button" class="small" aria-expanded={open} onClick={onOpen} aria-label={`Sources of ${declaration.title} disagree`}>
          sources disagree{range(sources, declaration)}
        </button>
      )}
    </p>
  );
}

/** ", 2.35 to 2.6" */
function range(sources: Parameters<typeof statedNumbers>[0], declaration: InputDeclaration): string {
  const numbers = statedNumbers(sources);
  if (numbers.length < 2) return "";
  return `: ${exactWords(Math.min(...numbers), declaration)} to ${exactWords(Math.max(...numbers), declaration)}`;
}
