// The floor plan: the scene's frame, which loads once the figures are there, and what a pointer finds in it.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { sceneScripts, sceneWasm } from "../assets";
import { roleColour } from "../palette";
import { createScene, type Scene } from "../scene/host";
import type { FromScene, ScenePlan } from "../scene/messages";
import type { State } from "../state/state";
import { useSelected } from "../state/store";
import { usePicked, useSession } from "./context";
import { Later } from "./Later";
import { toggleSelected } from "./Selectable";
import { sceneMonth } from "./scenemonth";
import { theme } from "./theme";
import { whenIdle, whenRested } from "./whenidle";

/** The plan in the page's colours; undefined where there is none. */
function coloured(floor: State["floor"], isDark: boolean): ScenePlan | undefined {
  if (!floor || "problem" in floor || floor.plan.isEmpty) return undefined;
  const { head, numbers, uses } = floor.plan;
  return { head, numbers, colours: uses.map(({ role, place }) => roleColour(role, place, isDark)) };
}

interface Props {
  onFailed(message: string): void;
  failed: string | undefined;
}

export function SceneView({ onFailed, failed }: Props) {
  const session = useSession();
  const container = useRef<HTMLDivElement>(null);
  const scene = useRef<Scene | undefined>(undefined);
  const [ready, setReady] = useState(false);
  /** Why the present plan cannot be drawn, until one is. */
  const [refused, setRefused] = useState<string>();
  /** What the picture shows, for those who do not see it; told once it stands still, not month by month as it plays. */
  const [told, setTold] = useState({ words: "", month: 0, isNewMonth: false });
  const forgetWords = useRef<(() => void) | undefined>(undefined);
  const [hover, setHover] = useState<{ text: string; x: number; y: number }>();
  const resultOf = usePicked((state) => state.resultOf);
  const floor = usePicked((state) => state.floor);
  const select = usePicked((state) => state.view.select);
  const playing = usePicked((state) => state.playing);
  const shade = useSelected(theme, (state) => state.theme);
  const plan = useMemo(() => coloured(floor, shade === "dark"), [floor, shade]);
  const drawable = useRef(plan);
  drawable.current = plan;
  const isEmpty = floor && "plan" in floor && floor.plan.isEmpty;
  const problem = refused ?? (floor && "problem" in floor ? floor.problem : undefined);
  /** What is on the canvas is not of what is shown, and will not be by waiting, or bears another scenario's name. */
  const isOther = floor !== undefined && (plan === undefined || floor.scenario.origin !== resultOf?.origin);

  const receive = (message: FromScene) => {
    if (message.kind === "ready") setReady(true);
    else if (message.kind === "failed") onFailed(message.message);
    else if (message.kind === "drawn") setRefused(undefined);
    else if (message.kind === "refused") {
      setRefused(message.message);
      setHover(undefined);
    } else if (message.kind === "told") {
      forgetWords.current?.();
      forgetWords.current = whenRested(() => {
        const month = session.store.get().view.month ?? 0;
        setTold((before) => ({ words: message.words, month, isNewMonth: before.words !== "" && before.month !== month }));
      });
    } else if (message.kind === "hover") setHover(message.text ? { text: message.text, x: message.x, y: message.y } : undefined);
    else if (message.kind === "pick" && message.tenant) {
      toggleSelected(session, message.tenant);
    }
  };
  const latest = useRef(receive);
  latest.current = receive;

  useEffect(() => session.openFloor(true), []);
  const hasBegun = useRef(false);
  hasBegun.current ||= floor !== undefined && !isEmpty;
  const begin = hasBegun.current && !failed;
  useEffect(() => {
    if (!begin || !container.current) return;
    const place = container.current;
    let live = true;
    const cancel = whenIdle(async () => {
      try {
        const scripts = await sceneScripts();
        if (!live) return;
        scene.current = createScene(place, { wasm: sceneWasm, scripts, theme: theme.get().theme, onMessage: (message) => latest.current(message) });
        scene.current.month(sceneMonth.get());
        scene.current.select(session.store.get().view.select || null);
        if (drawable.current) scene.current.plan(drawable.current);
      } catch (reason) {
        onFailed(reason instanceof Error ? reason.message : String(reason));
      }
    });
    const unwatch = sceneMonth.watch((month) => scene.current?.month(month));
    return () => {
      live = false;
      cancel();
      unwatch();
      forgetWords.current?.();
      scene.current?.destroy();
      scene.current = undefined;
    };
  }, [begin]);
  useEffect(() => void (plan && scene.current?.plan(plan)), [plan]);
  useEffect(() => scene.current?.theme(shade), [shade]);
  useEffect(() => scene.current?.select(select || null), [select]);

  if (failed)
    return (
      <>
        <p class="notice info scene-missing">
          The floor plan cannot be drawn here: {failed.replace(/\.?$/, ".")} A still drawing stands in its place.
        </p>
        <Later name="SceneDrawing" />
      </>
    );
  return (
    <div class="scene" data-ready={ready}>
      <div class="scene-frame" data-other={isOther} ref={container} />
      {/* Said aloud for who moves the month; of inputs that change the answer says what is new, and this would talk over it. */}
      <p class="scene-words visually-hidden" role="status" aria-live={told.isNewMonth ? "polite" : "off"}>
        {!isOther && !problem && !isEmpty && !playing && told.words}
      </p>
      {problem && (
        <p class="scene-wait scene-refused" role="status">
          This floor plan cannot be drawn ({problem}). The tables say what it would show; the next one is drawn again.
        </p>
      )}
      {isEmpty && <p class="scene-wait scene-empty quiet">This scenario has no site that could be drawn.</p>}
      {!ready && !isEmpty && <p class="scene-wait quiet">Drawing the floor plan…</p>}
      {hover && (
        <p class="scene-tip" style={{ left: `${hover.x}px`, top: `${hover.y}px` }}>
          {hover.text}
        </p>
      )}
    </div>
  );
}
