// The sites of a month as a drawing, where there can be no canvas: the engine draws what the canvas would show.
import { useEffect, useRef, useState } from "preact/hooks";
import { isRefused } from "../engine/answered";
import { roleColour } from "../palette";
import { type Drawing, drawingOf } from "../state/drawing";
import { useSelected } from "../state/store";
import { usePicked, useSession } from "./context";
import { theme } from "./theme";

export function SceneDrawing() {
  const session = useSession();
  const box = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing>();
  const floor = usePicked((state) => state.floor);
  const month = usePicked((state) => state.view.month);
  const dark = useSelected(theme, (state) => state.theme) === "dark";
  useEffect(() => {
    if (!floor || "problem" in floor || !box.current) return;
    const wanted = new AbortController();
    const { width, height } = box.current.getBoundingClientRect();
    const colours = floor.plan.uses.map(({ role, place }) => roleColour(role, place, dark));
    const wish = { month: month ?? 0, colours, width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)), dark };
    drawingOf(session.pool, floor.scenario, wish, wanted.signal).then(
      (drawn) => drawn && !isRefused(drawn) && setDrawing(drawn),
      () => {}, // the engine says itself that it cannot go on
    );
    return () => wanted.abort();
  }, [floor, month, dark]);
  return (
    <div class="scene" ref={box}>
      {drawing && <img class="scene-drawing" alt={drawing.summary} src={`data:image/svg+xml,${encodeURIComponent(drawing.svg)}`} />}
    </div>
  );
}
