// All that can be taken elsewhere: of the scenario as it stands, and of each of its views.
import { useEffect, useState } from "preact/hooks";
import { holdsEmbed } from "../../assets";
import type { ViewHead } from "../../engine/messages";
import { CopyText } from "../CopyText";
import { BelongingTo, usePicked, useSession } from "../context";
import { Drawer } from "../Drawer";
import { isSurelyAllowed } from "../export";
import { linkOf } from "../report/gather";
import { Printing } from "../report/Printing";
import { printReport } from "../report/print";
import { SaveFile } from "../SaveFile";
import { embedCode } from "./embedcode";
import { FORMS, SHARE } from "./forms";
import { LongFile } from "./LongFile";
import { chartCount, csv, html, markdown, picture } from "./taking";
import { rowsFile, workbookFile } from "./whole";
import "../../styles/share.css";

export function Share() {
  const session = useSession();
  const sharing = usePicked((state) => state.sharing);
  return (
    <Drawer label={SHARE.title} title={SHARE.title} about={sharing} onClose={() => session.share(undefined)}>
      <Whole />
      <OfView key={sharing?.view} first={sharing?.view} />
    </Drawer>
  );
}

function Whole() {
  const session = useSession();
  const name = usePicked((state) => state.history?.present.base.name) ?? "scenario";
  const noLink = usePicked(({ noLink, linkOf: of, history }) => (of?.scenario === history?.present ? noLink : undefined));
  const [isPrintAsked, setPrintAsked] = useState(false);
  const print = () => {
    setPrintAsked(true);
    void printReport(session);
  };
  return (
    <section class="share" aria-labelledby="share-whole">
      <h3 id="share-whole">The scenario as it stands</h3>
      {noLink && <p class="quiet">There is no link to this: {noLink}</p>}
      <ul>
        {!noLink && (
          <li>
            <CopyText label="Copy the link" what="the link" text={() => address(session)} />
            <span class="quiet">It holds the scenario, what you changed and what you look at.</span>
          </li>
        )}
        <li>
          <button type="button" class="small" onClick={print}>
            {FORMS.print.title}
          </button>
          <span class="quiet">
            Three pages: the answer; charts and statement; assumptions with sources, link and QR code.
            {isPrintAsked &&
              !isSurelyAllowed("allow-modals") &&
              " If nothing happened, this frame does not allow printing: open the link in a window of its own."}
          </span>
          <Printing />
        </li>
        <li>
          <SaveFile
            small
            label={FORMS.file.title}
            name={`${name}.json`}
            make={async () => {
              const text = await session.document();
              return text === undefined ? undefined : { text, type: "application/json" };
            }}
          />
          <span class="quiet">The scenario with your changes. “Open a file” reads it again.</span>
        </li>
        <li>
          <LongFile label={FORMS.workbook.title} name={`${name}.xlsx`} make={(...told) => workbookFile(session, ...told)} />
          <span class="quiet">Inputs, measures, statements and every row, with live formulas. “Open a file” reads its inputs back.</span>
        </li>
        <li>
          <LongFile label={FORMS.rows.title} name={`${name}-rows.csv`} make={(...told) => rowsFile(session, ...told)} />
          <span class="quiet">Each row of each thing, with its name, unit and title.</span>
        </li>
      </ul>
    </section>
  );
}

/** What is known under `first`, or else what leads. */
function OfView({ first }: { first: string | undefined }) {
  const available = usePicked((state) => state.shown?.answer.available) ?? [];
  const [name, setName] = useState(first ?? available[0]?.name);
  const head = available.find((view) => view.name === name) ?? available[0];
  if (!head) return null;
  return (
    <section class="share" aria-labelledby="share-view">
      <h3 id="share-view">A view</h3>
      <label class="share-choice">
        View
        <select value={head.name} onChange={(event) => setName(event.currentTarget.value)}>
          {available.map((view) => (
            <option key={view.name} value={view.name}>
              {view.title}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet">{head.note}</p>
      <BelongingTo.Provider value={head.title}>
        <Forms key={head.name} head={head} />
      </BelongingTo.Provider>
    </section>
  );
}

function Forms({ head }: { head: ViewHead }) {
  const session = useSession();
  const [charts, setCharts] = useState(1);
  useEffect(() => {
    let isWanted = true;
    // Where there is no answer, whatever is taken then tells why.
    void chartCount(session, head).then(
      (count) => isWanted && setCharts(count),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [session, head]);
  const file = `rackonomics-${head.name}`;
  const parts = Array.from({ length: charts }, (_, at) => at);
  const which = (at: number) => (charts > 1 ? ` ${at + 1}` : "");
  return (
    <ul>
      <li>
        <CopyText
          label="Copy for a wiki"
          what={`${head.title} as text`}
          text={(signal) => markdown(session, head, signal)}
          html={(signal) => html(session, head, signal)}
        />
        <span class="quiet">Formatted where the editor shows what it holds, else as Markdown.</span>
      </li>
      <li>
        <CopyText label={FORMS.markdown.title} what={`${head.title} as Markdown`} text={(signal) => markdown(session, head, signal)} />
        <CopyText label="Copy HTML" what={`${head.title} as HTML`} text={(signal) => html(session, head, signal)} />
        <LongFile label="CSV" name={`${file}.csv`} make={(signal) => csv(session, head, signal)} />
      </li>
      <li>
        {parts.map((at) => (
          <span key={at} class="share-pictures">
            {(["png", "svg"] as const).map((form) => (
              <LongFile
                key={form}
                label={`${form.toUpperCase()}${which(at)}`}
                name={`${file}${which(at).replace(" ", "-")}.${form}`}
                make={(signal) => picture(session, head, form, at, signal)}
              />
            ))}
          </span>
        ))}
        {charts > 1 && <span class="quiet">One picture for each unit.</span>}
      </li>
      <li>
        <CopyText label={FORMS.embed.title} what="the embed code" text={async () => embedCode(await address(session), head, holdsEmbed())} />
        <span class="quiet">A frame of this view alone, for a page of your own.</span>
      </li>
    </ul>
  );
}

async function address(session: Parameters<typeof linkOf>[0]): Promise<string> {
  const link = await linkOf(session);
  if ("none" in link) throw new Error(link.none);
  return link.address;
}
