// What is said of a scenario in sentences.
import type { ShownView } from "../engine/client";
import { Sentence } from "./parts";

export function AnswerView({ view }: { view: ShownView }) {
  return (
    <div class="view-answer">
      {(view.answer ?? []).map((pieces, at) => (
        <p key={at}>
          <Sentence pieces={pieces} />
        </p>
      ))}
    </div>
  );
}
