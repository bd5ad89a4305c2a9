// The sites of a month as a drawing, where there can be no canvas: the engine draws what the canvas would show.
import { useEffect, useRef, useState } from "preact/hooks";
import { isRefused, type Picture } from "../engine/client";
import { roleColour } from "../palette";
import { useSelected } from "../state/store";
import { usePicked, useSession } from "./context";
import { theme } from "./theme";

export function SceneDrawing() {
  const session = useSession();
  const box = useRef<HTMLDivElement>(null);
  const [picture, setPicture] = useState<Picture>();
  const floor = usePicked((state) => state.floor);
  const month = usePicked((state) => state.view.month);
  const dark = useSelected(theme, (state) => state.theme) === "dark";
  useEffect(() => {
    if (!floor || "problem" in floor || !box.current) return;
    let live = true;
    const { width, height } = box.current.getBoundingClientRect();
    const colours = floor.plan.uses.map(({ role, place }) => roleColour(role, place, dark));
    const wish = { month: month ?? 0, colours, width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)), dark };
    session.picture(floor.scenario, wish).then(
      (drawn) => live && drawn && !isRefused(drawn) && setPicture(drawn),
      () => {}, // the engine says itself that it cannot go on
    );
    return () => {
      live = false;
    };
  }, [floor, month, dark]);
  return (
    <div class="scene" ref={box}>
      {picture && <img class="scene-drawing" alt={picture.summary} src={`data:image/svg+xml,${encodeURIComponent(picture.svg)}`} />}
    </div>
  );
}
