// A button that saves something as a file, and shows it to be taken by hand where a frame may forbid downloads.
import { useRef, useState } from "preact/hooks";
import { CopyField } from "./CopyField";
import { type CommandName, commandProps } from "./commands";
import { useWholeName } from "./context";
import { type Content, download, isSurelyAllowed } from "./export";

interface Props {
  label: string;
  /** The name of the file. */
  name: string;
  /** Nothing where there is nothing to save, or no longer. */
  make: () => Content | undefined | Promise<Content | undefined>;
  title?: string;
  /** What its keys and its title are declared for. */
  command?: CommandName;
  small?: boolean;
  disabled?: boolean;
}

const UNSURE = "If no file arrived, this frame does not allow downloads.";

export function SaveFile({ label, name, make, title, command, small, disabled }: Props) {
  const [shown, setShown] = useState<Content>();
  const [trouble, setTrouble] = useState("");
  const button = useRef<HTMLButtonElement>(null);
  const wholeName = useWholeName();
  const save = async () => {
    setTrouble("");
    try {
      const content = await make();
      if (!content) return;
      download(name, content);
      setShown(isSurelyAllowed("allow-downloads") ? undefined : content);
    } catch (reason) {
      setTrouble(reason instanceof Error ? reason.message : String(reason));
    }
  };
  const close = () => {
    setShown(undefined);
    button.current?.focus();
  };
  return (
    <span class="copy">
      <button
        ref={button}
        type="button"
        class={small ? "small" : ""}
        aria-label={wholeName(label)}
        title={title}
        disabled={disabled}
        {...(command && commandProps(command))}
        onClick={() => void save()}
      >
        {label}
      </button>
      {shown && "text" in shown && <CopyField words={`${UNSURE} Copy ${name} from here:`} text={shown.text} onClose={close} />}
      {shown && "picture" in shown && <Picture name={name} address={shown.picture} onClose={close} />}
      {shown && "bytes" in shown && <Unsure onClose={close} />}
      {trouble !== "" && <span class="message" role="alert">{`Not saved: ${trouble}`}</span>}
    </span>
  );
}

/** Of a file that is neither read nor looked at. */
function Unsure({ onClose }: { onClose(): void }) {
  return (
    <span class="copy-field" role="group" aria-label="Where the file is">
      <span>{UNSURE} Open the link in a window of its own and save it there.</span>
      <button type="button" class="small" onClick={onClose}>
        Close
      </button>
    </span>
  );
}

function Picture({ name, address, onClose }: { name: string; address: string; onClose(): void }) {
  return (
    <span class="copy-field" role="group" aria-label={`Picture ${name}`}>
      <span>{UNSURE} Save the picture with its context menu:</span>
      <img src={address} alt={name} />
      <button type="button" class="small" onClick={onClose}>
        Close
      </button>
    </span>
  );
}
