// A component of the part that loads later.
import type { ComponentProps, FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { applyStyle, runScript } from "../assets";
import { isAnswered } from "../state/state";
import { usePicked } from "./context";
import type { LaterComponents } from "./laterpart";
import { useLong } from "./Waiting";
import { whenIdle } from "./whenidle";

let loading: Promise<LaterComponents> | undefined;
let loaded: LaterComponents | undefined;

async function load(): Promise<LaterComponents> {
  await Promise.all([runScript("later.js"), applyStyle("later.css")]);
  loaded = globalThis.rackonomicsLater!.components;
  return loaded;
}

/** The later part, asked for once, and again where it did not come. */
function laterComponents(): Promise<LaterComponents> {
  if (!loading) {
    loading = load();
    loading.catch(() => (loading = undefined));
  }
  return loading;
}

/** Whether the page has once had nothing better to do, since it was time. */
function useIdle(isTime: boolean): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => (isTime && !isIdle ? whenIdle(() => setIsIdle(true)) : undefined), [isTime]);
  return isIdle;
}

/** What the inputs mean, once it is wanted and there; where it does not come nothing is found by it. */
export function useInputNotes(isWanted: boolean): { readonly [input: string]: string } {
  const [isThere, setIsThere] = useState(loaded !== undefined);
  useEffect(() => {
    if (isWanted && !isThere)
      laterComponents().then(
        () => setIsThere(true),
        () => {},
      );
  }, [isWanted]);
  return globalThis.rackonomicsLater?.inputNotes ?? {};
}

type Props<Name extends keyof LaterComponents> = {
  name: Name;
  /** What of its place is said while it does not come soon, where a reader looks at that place. */
  awaited?: string;
} & ComponentProps<LaterComponents[Name]>;

export function Later<Name extends keyof LaterComponents>({ name, awaited, ...props }: Props<Name>) {
  // At once where it is there: what is typed next is for a field in it.
  const [components, setComponents] = useState(loaded);
  const [trouble, setTrouble] = useState<string>();
  const [tries, setTries] = useState(1);
  useEffect(() => {
    let isWanted = true;
    setTrouble(undefined);
    laterComponents().then(
      (came) => isWanted && setComponents(came),
      (reason: Error) => isWanted && setTrouble(reason.message),
    );
    return () => {
      isWanted = false;
    };
  }, [tries]);
  if (components) {
    const Component = components[name] as FunctionComponent<typeof props>;
    return <Component {...props} />;
  }
  if (!trouble) return awaited ? <Loading text={awaited} /> : null;
  return (
    <div class="notice error" role="alert">
      <p>{trouble}</p>
      <button type="button" class="small" onClick={() => setTries(tries + 1)}>
        Try again
      </button>
    </div>
  );
}

function Loading({ text }: { text: string }) {
  const isLong = useLong(true);
  return (
    <p class="awaited" role="status">
      {isLong && text}
    </p>
  );
}

/** The same, once the engine has answered and the page has had nothing better to do. */
export function LaterOnceIdle({ name }: { name: "KeptNote" | "Offline" | "Reference" | "Report" | "Resume" }) {
  const isIdle = useIdle(usePicked(isAnswered));
  return isIdle ? <Later name={name} /> : null;
}
