// Where a figure comes from: label, date, confidence, and the address to read it.
import { useState } from "preact/hooks";
import type { Source } from "../engine/messages";
import { CopyField } from "./CopyField";
import { isSurelyAllowed } from "./export";

const CONFIDENCE: { [grade: string]: string } = {
  H: "high confidence",
  M: "medium confidence",
  L: "low confidence",
  DER: "derived from cited figures",
  EST: "estimate",
};

/** Where a figure comes from, when it was said and how sure that is. */
export function SourceText({ source }: { source: Source }) {
  return (
    <>
      <SourceLabel source={source} />
      <span class="quiet">{[source.date, source.confidence && CONFIDENCE[source.confidence]].filter(Boolean).join(", ")}</span>
    </>
  );
}

function SourceLabel({ source }: { source: Source }) {
  // Addresses come with links and files from anyone: only the web's own kinds are followed.
  if (!source.url || !/^https?:\/\//i.test(source.url)) return <span>{source.label}</span>;
  return <SourceLink label={source.label} url={source.url} />;
}

/** A frame may forbid new windows, in which case the link does nothing: then its address is there to be copied. */
function SourceLink({ label, url }: { label: string; url: string }) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <a href={url} target="_blank" rel="noopener noreferrer" onClick={() => setShown(!isSurelyAllowed("allow-popups"))}>
        {label}
      </a>
      {shown && (
        <CopyField
          inline
          words="If nothing opened, this frame does not allow new windows. Copy the address from here:"
          text={url}
          onClose={() => setShown(false)}
        />
      )}
    </>
  );
}
