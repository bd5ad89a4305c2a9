// A text to be selected and copied by hand, for where the page may not hand it over itself.
import { useEffect, useRef } from "preact/hooks";

interface Props {
  /** Why it is shown, and what it is. */
  words: string;
  text: string;
  /** Among the text around it, and not over what stands below. */
  inline?: boolean;
  onClose(): void;
}

export function CopyField({ words, text, inline, onClose }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), [text]);
  return (
    <span class={inline ? "copy-field inline" : "copy-field"}>
      <label>
        {words}
        <textarea ref={field} readOnly rows={3} value={text} />
      </label>
      <button type="button" class="small" onClick={onClose}>
        Close
      </button>
    </span>
  );
}
