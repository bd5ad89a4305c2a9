// What is said of a scenario in sentences, whose figures can be asked why.
import type { ShownView } from "../engine/client";
import type { Value } from "../engine/messages";
import { usePicked, useSession } from "../page/context";
import { Needed } from "./Needed";
import { Bold, Sentence } from "./parts";
import { reasonOf, valueText } from "./values";

export function AnswerView({ view }: { view: ShownView }) {
  return (
    <section class="view-answer" aria-label={view.title}>
      {(view.answer ?? []).map((pieces, at) => (
        <p key={at}>
          <Sentence pieces={pieces} Shown={Asked} />{" "}
        </p>
      ))}
      {view.takes && <Needed />}
    </section>
  );
}

function Asked({ value }: { value: Value }) {
  const session = useSession();
  const months = usePicked((state) => state.result?.months) ?? [];
  const reason = reasonOf(value, months);
  const text = valueText(value);
  if (!reason) return <Bold value={value} />;
  return (
    <button type="button" class="asked" translate={false} aria-label={`Why ${text}?`} title="Why?" onClick={() => session.explain(reason)}>
      {text}
    </button>
  );
}
