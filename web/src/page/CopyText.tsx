// A button that copies a text, and shows the text to be selected where the clipboard is not allowed.
import { useEffect, useRef, useState } from "preact/hooks";
import { CopyField } from "./CopyField";
import { clipboardRefusal, copyText } from "./export";

interface Props {
  label: string;
  /** What is copied, for the field that stands in for the clipboard. */
  what: string;
  /** A text that is still to come is waited for. */
  text: () => string | Promise<string>;
  /** The same as HTML, for editors that show what they hold. */
  html?: (() => Promise<string>) | undefined;
  primary?: boolean;
}

type State = { kind: "idle" | "waiting" | "copied" } | { kind: "shown"; text: string } | { kind: "failed"; message: string };

const IDLE: State = { kind: "idle" };

export function CopyText({ label, what, text, html, primary }: Props) {
  const [state, setState] = useState<State>(IDLE);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state.kind !== "copied") return;
    const timer = setTimeout(() => setState(IDLE), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      const content = text();
      if (typeof content !== "string") setState({ kind: "waiting" });
      const isCopied = await copyText(content, html?.());
      setState(isCopied ? { kind: "copied" } : { kind: "shown", text: await content });
    } catch (reason) {
      setState({ kind: "failed", message: reason instanceof Error ? reason.message : String(reason) });
    }
  };
  const close = () => {
    setState(IDLE);
    button.current?.focus();
  };
  return (
    <span class="copy">
      <button ref={button} type="button" class={primary ? "primary" : "small"} aria-busy={state.kind === "waiting"} onClick={() => void copy()}>
        {state.kind === "copied" ? "Copied" : label}
      </button>
      {state.kind === "shown" && <CopyField words={`${clipboardRefusal()} Copy ${what} from here:`} text={state.text} onClose={close} />}
      {state.kind === "failed" && <span class="message" role="alert">{`Not copied: ${state.message}`}</span>}
      <span class="visually-hidden" role="status">
        {state.kind === "copied" ? `${what} copied` : ""}
      </span>
    </span>
  );
}
