// The month under the pointer, counted from the scenario's start: wherever one points at a month, it is marked everywhere.
import { useEffect } from "preact/hooks";
import { Watched } from "./watched";

export const hoveredMonth = new Watched<number | undefined>(undefined);

/** Watches what is pointed at of all that names its month by data-month, and marks what names the same. */
export function useHoveredMonth(): void {
  useEffect(() => {
    const over = ({ target }: PointerEvent) => {
      const place = target instanceof Element ? target.closest<HTMLElement>("[data-month]") : null;
      if (place) hoveredMonth.set(Number(place.dataset["month"]));
      else if (target instanceof Element && !target.closest(".chart, .timeline-track")) hoveredMonth.set(undefined); // which tell of themselves
    };
    const unwatch = hoveredMonth.watch((month) => {
      for (const marked of document.querySelectorAll("[data-month].hovered")) marked.classList.remove("hovered");
      if (month !== undefined) for (const place of document.querySelectorAll(`[data-month="${month}"]`)) place.classList.add("hovered");
    });
    const leave = () => hoveredMonth.set(undefined);
    document.addEventListener("pointerover", over);
    document.documentElement.addEventListener("pointerleave", leave);
    return () => {
      unwatch();
      document.removeEventListener("pointerover", over);
      document.documentElement.removeEventListener("pointerleave", leave);
    };
  }, []);
}
