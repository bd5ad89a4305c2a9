// The charts' script, which loads after the first figures: the parts of Apache ECharts that the two
// charts use. Classic script; it leaves one global behind.
import { LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";
import type { Chart } from "./contract";
import { changing, frameOf, options } from "./options";
import { picture, plainSvg, type Shown, svgPicture } from "./picture";
import { PICTURE_FONT, PIXELS } from "./shapes";

use([LineChart, AriaComponent, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer, SVGRenderer]);

globalThis.rackonomicsCharts = {
  create(container, onMonth, onHover): Chart {
    let drawnFrame = "";
    let drawnSeries = "";
    let shown: Shown | undefined;
    const make = () => {
      const made = init(container, null, { renderer: "canvas", devicePixelRatio });
      const monthAt = ({ offsetX, offsetY }: { offsetX: number; offsetY: number }) => {
        if (!shown || !made.containPixel("grid", [offsetX, offsetY])) return undefined;
        const [month] = made.convertFromPixel("grid", [offsetX, offsetY]) as number[];
        return month === undefined ? undefined : Math.max(0, Math.min(shown.data.months.length - 1, Math.round(month)));
      };
      made.getZr().on("click", (event) => {
        const month = monthAt(event);
        if (month !== undefined) onMonth(month);
      });
      made.getZr().on("mousemove", (event) => onHover(monthAt(event)));
      return made;
    };
    let chart = make();
    const draw = ({ data, month, colours }: Shown) => {
      const frame = frameOf(data, colours);
      if (frame === drawnFrame) {
        chart.setOption(changing(data, month, colours));
        return;
      }
      drawnFrame = frame;
      // Making series anew is slow, so it is done only when there are others than before.
      const series = JSON.stringify(data.series.map(({ name, kind, fan, selected }) => [name, kind, fan !== undefined, selected]));
      chart.setOption(options(data, month, colours), series === drawnSeries ? {} : { replaceMerge: ["series"] });
      drawnSeries = series;
    };
    // ECharts keeps the pixel ratio that it began with, and its canvas is blurred after a zoom or on another monitor.
    let ratio = devicePixelRatio;
    const fit = () => {
      if (devicePixelRatio === ratio) {
        chart.resize();
        return;
      }
      ratio = devicePixelRatio;
      chart.dispose();
      chart = make();
      drawnFrame = drawnSeries = "";
      if (shown) draw(shown);
    };
    // An element of its own: drawing the chart anew for each move of the pointer would cost more.
    const hovered = document.createElement("i");
    hovered.className = "chart-hovered";
    hovered.hidden = true;
    const observer = new ResizeObserver(fit);
    observer.observe(container);
    const unwatch = watchPixelRatio(fit);
    return {
      show(data, month, colours) {
        shown = { data, month, colours };
        draw(shown);
      },
      mark(month) {
        const isIn = shown !== undefined && month !== undefined && month < shown.data.months.length;
        hovered.hidden = !isIn;
        if (!isIn) return;
        container.append(hovered); // behind what the chart makes anew
        hovered.style.left = `${chart.convertToPixel({ xAxisIndex: 0 }, month)}px`;
      },
      image: () => (shown ? picture(chart.renderToCanvas({ pixelRatio: PIXELS, backgroundColor: shown.colours.surface }), shown) : ""),
      destroy() {
        unwatch();
        observer.disconnect();
        chart.dispose();
      },
    };
  },
  drawn(data, month, colours, { width, height }) {
    const shown = { data, month, colours };
    const made = <Made>(renderer: "svg" | "canvas", make: (chart: ReturnType<typeof init>) => Made): Made => {
      // SVG is written without a place, and a canvas needs one, if in no page.
      const chart =
        renderer === "svg"
          ? init(null, null, { renderer, ssr: true, width, height })
          : init(document.createElement("div"), null, { renderer, width, height });
      try {
        chart.setOption(options(data, month, colours, PICTURE_FONT));
        return make(chart);
      } finally {
        chart.dispose();
      }
    };
    return {
      svg: () => made("svg", (chart) => plainSvg(chart.renderToSVGString())),
      svgPicture: () => made("svg", (chart) => svgPicture(chart.renderToSVGString(), shown, width, height)),
      picture: () => made("canvas", (chart) => picture(chart.renderToCanvas({ pixelRatio: PIXELS, backgroundColor: colours.surface }), shown)),
    };
  },
};

/** Tells of every zoom and every other monitor. */
function watchPixelRatio(changed: () => void): () => void {
  let query: MediaQueryList;
  const watch = () => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener("change", again, { once: true });
  };
  const again = () => {
    watch();
    changed();
  };
  watch();
  return () => query.removeEventListener("change", again);
}
