// A button that copies a text, and shows the text to be selected where the clipboard is not allowed. What takes a while can be given up.
import { useEffect, useRef, useState } from "preact/hooks";
import { CopyField } from "./CopyField";
import { useWholeName } from "./context";
import { clipboardRefusal, copyText } from "./export";
import { SOON } from "./Waiting";

interface Props {
  label: string;
  /** What is copied, for the field that stands in for the clipboard. */
  what: string;
  /** A text that is still to come is waited for. */
  text: (signal: AbortSignal) => string | Promise<string>;
  /** The same as HTML, for editors that show what they hold. */
  html?: ((signal: AbortSignal) => Promise<string>) | undefined;
  primary?: boolean;
}

type State = { kind: "idle" | "waiting" | "long" | "copied" } | { kind: "shown"; text: string } | { kind: "failed"; message: string };

const IDLE: State = { kind: "idle" };

export function CopyText({ label, what, text, html, primary }: Props) {
  const [state, setState] = useState<State>(IDLE);
  const wholeName = useWholeName();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state.kind !== "copied") return;
    const timer = setTimeout(() => setState(IDLE), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => asking.current?.abort(), []);
  const copy = async () => {
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    const show = (next: State) => mine.signal.aborted || setState(next);
    const timer = setTimeout(() => show({ kind: "long" }), SOON);
    try {
      const content = wanted(text(mine.signal), mine.signal);
      if (typeof content !== "string") show({ kind: "waiting" });
      const isCopied = await copyText(content, html && wanted(html(mine.signal), mine.signal));
      show(isCopied ? { kind: "copied" } : { kind: "shown", text: await content });
    } catch (reason) {
      show({ kind: "failed", message: reason instanceof Error ? reason.message : String(reason) });
    } finally {
      clearTimeout(timer);
    }
  };
  const stop = () => {
    asking.current?.abort();
    close();
  };
  const close = () => {
    setState(IDLE);
    button.current?.focus();
  };
  const now = state.kind === "copied" ? "Copied" : label;
  return (
    <span class="copy">
      <button
        ref={button}
        aria-label={wholeName(now)}
        type="button"
        class={primary ? "primary" : "small"}
        aria-busy={state.kind === "waiting" || state.kind === "long"}
        onClick={() => void copy()}
      >
        {now}
      </button>
      {state.kind === "long" && (
        <>
          {" "}
          <span role="status">Preparing…</span>{" "}
          <button type="button" class="small" aria-label={wholeName(`Cancel: ${label}`)} onClick={stop}>
            Cancel
          </button>
        </>
      )}
      {state.kind === "shown" && <CopyField words={`${clipboardRefusal()} Copy ${what} from here:`} text={state.text} onClose={close} />}
      {state.kind === "failed" && <span class="message" role="alert">{`Not copied: ${state.message}`}</span>}
      <span class="visually-hidden" role="status">
        {state.kind === "copied" ? `${what} copied` : ""}
      </span>
    </span>
  );
}

/** What comes later, unless it is given up before: then the clipboard, to which it was promised, is left as it is. */
function wanted<Text extends string | Promise<string>>(text: Text, signal: AbortSignal): Text | Promise<string> {
  if (typeof text === "string") return text;
  const given = new Promise<string>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new DOMException("It was given up.", "AbortError")));
    text.then(resolve, reject);
  });
  // Where there is no clipboard nobody may ask for it.
  given.catch(() => undefined);
  return given;
}
