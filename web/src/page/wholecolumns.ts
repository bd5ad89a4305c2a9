// A table that is moved sideways under its first column rests where a column begins: cut off at its left, −603M would read as 603M.
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** How wide the first column is and each of the others, and how far the table is moved where that stands beside the first. */
export function columnsIn(box: HTMLElement): { names: number; widths: number[]; starts: number[] } {
  const [names = 0, ...widths] = [...box.querySelectorAll("thead th")].map((head) => head.getBoundingClientRect().width);
  let start = 0;
  const starts = widths.map((width) => {
    start += width;
    return start - width;
  });
  return { names, widths, starts };
}

export function useWholeColumns(place: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const box = place.current!;
    const measure = () => {
      const { names, widths, starts } = columnsIn(box);
      const furthest = names + widths.reduce((sum, width) => sum + width, 0) - box.clientWidth;
      // At its end too: there the table has as much room behind it as is wanting.
      const beyond = furthest > 0 ? (starts.find((start) => start >= furthest) ?? furthest) - furthest : 0;
      box.style.setProperty("--names", `${names}px`);
      box.style.setProperty("--beyond", `${beyond}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    observer.observe(box.querySelector("table")!);
    return () => observer.disconnect();
  }, []);
}
