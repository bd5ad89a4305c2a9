// A button that copies a text, and shows the text to be selected where the clipboard is not allowed.
import { useEffect, useRef, useState } from "preact/hooks";
import { copyText } from "./export";

interface Props {
  label: string;
  /** What is copied, for the field that stands in for the clipboard. */
  what: string;
  text: () => string | Promise<string>;
  primary?: boolean;
}

export function CopyText({ label, what, text, primary }: Props) {
  const [state, setState] = useState<"" | "copied" | "shown">("");
  const [shown, setShown] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (state === "shown") field.current?.select();
    if (state !== "copied") return;
    const timer = setTimeout(() => setState(""), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    const now = await text();
    setShown(now);
    setState((await copyText(now)) ? "copied" : "shown");
  };
  return (
    <span class="copy">
      <button type="button" class={primary ? "primary" : "small"} onClick={() => void copy()}>{state === "copied" ? "Copied" : label}</button>
      {state === "shown" && (
        <span class="copy-field">
          <label>
            This frame may not use the clipboard. Copy {what} from here:
            <textarea ref={field} readOnly rows={3} value={shown} />
          </label>
          <button type="button" class="small" onClick={() => setState("")}>Close</button>
        </span>
      )}
      <span class="visually-hidden" role="status">{state === "copied" ? `${what} copied` : ""}</span>
    </span>
  );
}
