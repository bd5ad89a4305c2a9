// The sites of a month as a drawing, where there can be no canvas: the engine draws what the canvas would show.
import { useEffect, useRef, useState } from "preact/hooks";
import { isRefused } from "../engine/answered";
import { roleColour } from "../palette";
import { type Drawing, drawingOf } from "../state/drawing";
import type { State } from "../state/state";
import { useSelected } from "../state/store";
import { usePicked, useSession } from "./context";
import { theme } from "./theme";
import { whenRested } from "./whenidle";

/** A drawing, and what it is of. */
interface Drawn {
  drawing: Drawing;
  plan: State["floor"];
  month: number | undefined;
  dark: boolean;
}

export function SceneDrawing() {
  const session = useSession();
  const box = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn>();
  const [trouble, setTrouble] = useState<string>();
  const floor = usePicked((state) => state.floor);
  const month = usePicked((state) => state.view.month);
  const dark = useSelected(theme, (state) => state.theme) === "dark";
  const plan = floor && !("problem" in floor) && !floor.plan.isEmpty ? floor : undefined;
  useEffect(() => {
    setTrouble(undefined);
    if (!plan || !box.current) return;
    const wanted = new AbortController();
    const { width, height } = box.current.getBoundingClientRect();
    const colours = plan.plan.uses.map(({ role, place }) => roleColour(role, place, dark));
    const wish = { month: month ?? 0, colours, width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)), dark };
    const draw = () =>
      drawingOf(session.pool, plan.scenario, wish, wanted.signal).then(
        (drawing) => {
          if (isRefused(drawing)) setTrouble(drawing.problems.map(({ message }) => message).join(" "));
          else if (drawing) setDrawn({ drawing, plan, month, dark });
        },
        (reason: Error) => setTrouble(reason.message),
      );
    // While a slider is dragged the former drawing stands, marked as that: showing another takes longer than all else of a tick.
    const forget = drawn && drawn.plan !== plan ? whenRested(draw) : void draw();
    return () => {
      forget?.();
      wanted.abort();
    };
  }, [plan, month, dark]);
  const problem = trouble ?? (floor && "problem" in floor ? floor.problem : undefined);
  const isFormer = drawn?.plan !== plan || drawn?.month !== month || drawn?.dark !== dark;
  return (
    <div class="scene" ref={box}>
      {drawn && plan && !problem && (
        <div class="scene-frame figured fading" data-standing={isFormer ? "awaited" : "current"} aria-busy={isFormer}>
          <img class="scene-drawing" alt={drawn.drawing.summary} src={drawn.drawing.address} />
        </div>
      )}
      {floor && "plan" in floor && floor.plan.isEmpty && <p class="scene-wait scene-empty quiet">This scenario has no site that could be drawn.</p>}
      {problem && (
        <p class="scene-wait scene-refused" role="status">
          It cannot be drawn either ({problem.replace(/\.$/, "")}). The tables say what it would show.
        </p>
      )}
    </div>
  );
}
