// A file that takes the engine a while: what it does meanwhile, and a way to stop it.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Progress } from "../../engine/messages";
import { useWholeName } from "../context";
import type { Content } from "../export";
import { SaveFile } from "../SaveFile";
import { SOON } from "../Waiting";

interface Props {
  label: string;
  name: string;
  make(signal: AbortSignal, progress: (progress: Progress | undefined) => void): Promise<Content | undefined>;
}

export function LongFile({ label, name, make }: Props) {
  const [doing, setDoing] = useState("");
  const wholeName = useWholeName();
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => asking.current?.abort(), []);
  const begin = async () => {
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    const say = (words: string) => asking.current === mine && !mine.signal.aborted && setDoing(words);
    // What comes at once needs no words.
    const timer = setTimeout(() => say("Starting"), SOON);
    try {
      const content = await make(mine.signal, (progress) => progress && say(`${progress.doing}, ${Math.round(100 * progress.part)} %`));
      return mine.signal.aborted ? undefined : content;
    } catch (reason) {
      // Why there is none of what was given up is of no interest.
      if (mine.signal.aborted) return undefined;
      throw reason;
    } finally {
      clearTimeout(timer);
      say("");
    }
  };
  const stop = () => {
    asking.current?.abort();
    setDoing("");
  };
  return (
    <>
      <SaveFile small label={label} name={name} make={begin} />
      {doing && (
        <span class="share-doing">
          <span role="status">{`${doing.charAt(0).toUpperCase()}${doing.slice(1)}…`}</span>
          <button type="button" class="small" aria-label={wholeName(`Cancel: ${label}`)} onClick={stop}>
            Cancel
          </button>
        </span>
      )}
    </>
  );
}
