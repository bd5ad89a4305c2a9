// The mark of a series in a legend: its area with its hatching, or its line with its dashes.
import { useId } from "preact/hooks";
import { type ChartSeries, dashOf } from "../../charts/contract";

export function Mark({ series, isWide }: { series: ChartSeries; isWide?: boolean }) {
  const id = useId();
  const { kind, colour, hatch, strong } = series;
  const size = isWide ? { width: "100%", height: "100%" } : { width: 22, height: 10 };
  if (kind === "line")
    return (
      <svg {...size} aria-hidden="true">
        <path d="M0 5h22" stroke={colour} stroke-width={strong ? 2.5 : 1.5} stroke-dasharray={dashOf(series).join(" ")} fill="none" />
      </svg>
    );
  return (
    <svg {...size} aria-hidden="true">
      {hatch && (
        <pattern
          id={id}
          width={hatch.width + hatch.gap}
          height={hatch.width + hatch.gap}
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${-hatch.angle})`}
        >
          <rect width="100%" height={hatch.width} fill="#000" fill-opacity="0.55" />
        </pattern>
      )}
      <rect width="100%" height="100%" fill={colour} fill-opacity="0.7" stroke="#333" stroke-width="0.5" />
      {hatch && <rect width="100%" height="100%" fill={`url(#${id})`} />}
    </svg>
  );
}
