// What is said of a scenario in sentences, whose figures can be asked why.
import type { ShownView } from "../engine/client";
import type { Value } from "../engine/messages";
import { usePicked } from "../page/context";
import { Needed } from "./Needed";
import { AskedFigure, Bold, Sentence } from "./parts";
import { reasonOf } from "./values";

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

function Asked({ value, beside }: { value: Value; beside: string }) {
  const months = usePicked((state) => state.result?.months) ?? [];
  const reason = reasonOf(value, months);
  return reason ? <AskedFigure value={value} reason={reason} beside={beside} /> : <Bold value={value} />;
}
