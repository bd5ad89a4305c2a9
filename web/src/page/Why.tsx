// The drawer that answers "why?": a figure as a tree that ends in inputs with their sources.
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { inputOf } from "../catalog";
import { isRefused, type Reasons } from "../engine/client";
import type { Against, Change, Explanation } from "../engine/messages";
import { displayOf, formatMonth, formatValue } from "../format";
import { parsePath } from "../paths";
import { scopeOf } from "../scopes";
import { explainedText } from "../state/explained";
import type { Scenario } from "../state/history";
import { type Explained, standing } from "../state/state";
import { Asking } from "./Asking";
import { usePicked, useSession } from "./context";
import { Difference } from "./Difference";
import { Drawer } from "./Drawer";
import { declarationOf, pathTitle, thingTitle, valueWords } from "./inputs";
import { Sources } from "./Sources";
import "../styles/tree.css";
import { problemsText } from "../problems";

export function Why() {
  const session = useSession();
  const explained = usePicked((state) => state.explained);
  const of = usePicked((state) => state.resultOf);
  const stand = usePicked(standing);
  const [told, setTold] = useState<{ of: Scenario | undefined; asked: Explained; reasons?: Reasons; trouble?: string }>();
  const progress = usePicked((state) => state.progress);
  // Another question is asked anew.
  const [stopped, setStopped] = useState<Explained>();
  const isStopped = stopped !== undefined && stopped === explained;
  // Before the page is drawn: what says that it was cancelled has it given up.
  useLayoutEffect(() => {
    if (!explained || stand !== "current" || isStopped) return;
    const asking = new AbortController();
    session.explanation(explained, asking.signal).then(
      (answer) => {
        if (!answer || asking.signal.aborted) return;
        if (isRefused(answer)) setTold({ of, asked: explained, trouble: problemsText(answer.problems) });
        else setTold({ of, asked: explained, reasons: answer });
      },
      (reason: Error) => !asking.signal.aborted && setTold({ of, asked: explained, trouble: reason.message }),
    );
    return () => asking.abort();
  }, [explained, of, stand, isStopped]);

  useEffect(() => {
    if (!explained) setTold(undefined);
  }, [explained]);

  if (!explained) return null;
  const close = () => session.explain(undefined);
  const { reasons, trouble, asked } = told ?? {};
  const isAwaited = stand === "awaited" || (stand === "current" && (told?.of !== of || asked !== explained));
  const tree = reasons && !("root" in reasons) ? reasons : undefined;
  return (
    <Drawer label="Why this figure" title="Why?" about={explainedText({ ...explained, against: undefined })} onClose={close}>
      {explained.besides?.length ? <Besides changes={explained.besides} /> : null}
      <Comparisons explained={explained} />
      {stand === "refused" && <p class="notice error">The present inputs cannot be computed; the reasons are those of the last that could.</p>}
      {isAwaited && (
        <Asking
          doing="Looking for the reasons"
          progress={progress}
          stop={{
            isStopped,
            stopped: reasons ? "Cancelled. These are the reasons that were told before." : "Cancelled.",
            again: "Look again",
            onStop: (stop) => setStopped(stop ? explained : undefined),
          }}
        />
      )}
      {trouble && <p class="notice error">{trouble}</p>}
      {reasons && "root" in reasons && asked?.against && <Difference of={reasons} against={asked.against} />}
      {tree && (
        <p class="quiet">
          {tree.title}
          {tree.month ? `, ${monthOf(tree)}` : ""}. Open a line to see what it is made of; every branch ends in inputs.
        </p>
      )}
      {tree && (
        <ul class="tree">
          <Node node={tree} depth={0} />
        </ul>
      )}
    </Drawer>
  );
}

/** At which values of inputs it is asked, where those are not the scenario's. */
function Besides({ changes }: { changes: readonly Change[] }) {
  const session = useSession();
  const things = usePicked((state) => state.result?.document.instances) ?? [];
  const words = changes.map(({ path, value }) => {
    const declaration = declarationOf(path);
    return `${pathTitle(path, things)} ${declaration ? valueWords(value, declaration) : String(value)}`;
  });
  const set = () => {
    session.changeAll(new Map(changes.map(({ path, value }) => [path, value])));
    session.endGesture();
  };
  return (
    <p class="why-besides">
      If it were otherwise: {words.join(", ")}.{" "}
      <button type="button" class="small" onClick={set}>
        Make it so
      </button>
    </p>
  );
}

/** What the figure is told of: its value, or its difference to another. */
function Comparisons({ explained }: { explained: Explained }) {
  const session = useSession();
  const choices: [Against | undefined, string][] = [[undefined, "Value"]];
  if ("row" in explained) choices.push(["previous", `Against the ${explained.by ?? "month"} before`]);
  choices.push(["base", "Against the base"]);
  return (
    <div class="steps why-against" role="group" aria-label="What is told">
      {choices.map(([against, title]) => (
        <button
          key={title}
          type="button"
          class="small"
          aria-pressed={explained.against === against}
          onClick={() => session.explain({ ...explained, against })}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

/** The month of a row; a contract or a loan leads to months after the scenario. */
function monthOf(node: Explanation): string {
  return formatMonth(node.month ?? "") + (node.after ? ", after the scenario" : "");
}

function Node({ node, depth, isOnly = false }: { node: Explanation; depth: number; isOnly?: boolean }) {
  const [open, setOpen] = useState(depth === 0 || isOnly);
  const children = node.children ?? [];
  const opens = children.length > 0 || node.path !== undefined || node.formula !== undefined || node.note !== undefined;
  const { scope } = parsePath(node.name);
  const things = usePicked((state) => state.result?.document.instances) ?? [];
  const place = !scopeOf(scope)?.single && node.instance ? thingTitle(scope, node.instance, things) : "";
  const where = [place, node.month && depth > 0 && monthOf(node)].filter(Boolean).join(", ");
  return (
    <li>
      <div class="node">
        {opens ? (
          <button type="button" class="node-title" aria-expanded={open} onClick={() => setOpen(!open)}>
            {node.title} <NodeWhere text={where} />
          </button>
        ) : (
          <span class="node-title">
            {node.title} <NodeWhere text={where} />
          </span>
        )}
        <span class="node-value" translate={false}>
          {nodeValue(node)}
        </span>
      </div>
      {open && (
        <div class="node-body">
          {node.formula && <code translate={false}>{node.formula}</code>}
          {node.note && <p class="quiet">{node.note}</p>}
          {node.decided?.map(({ function: reduction, month, after, which }) => (
            <p key={reduction + month} class="quiet">
              <code>{reduction}</code> is told in {formatMonth(month)}
              {after && ", after the scenario"}: {which}.
            </p>
          ))}
          {node.path !== undefined && <InputEnd node={node} path={node.path} />}
          {node.entry && <InReference entry={node.entry} title={node.title} />}
          {node.repeated && <p class="quiet">What it is made of stands above.</p>}
          {node.cut && <Rest node={node} />}
          {children.length > 0 && (
            <ul>
              {children.map((child, at) => (
                <Node
                  key={`${child.name}@${child.instance} ${child.month} ${at}`}
                  node={child}
                  depth={depth + 1}
                  isOnly={depth === 0 && children.length === 1}
                />
              ))}
            </ul>
          )}
        </div>
      )}
    </li>
  );
}

/** What the tree has no room for is asked for on its own. */
function Rest({ node }: { node: Explanation }) {
  const session = useSession();
  const months = usePicked((state) => state.result?.months) ?? [];
  const month = months.indexOf(node.month ?? "");
  const besides = usePicked(({ explained }) => explained?.besides);
  const { name: row, instance, title, askable } = node;
  if (!askable || !instance || month < 0) return <p class="quiet">What it is made of is left out here.</p>;
  return (
    <button type="button" class="small" onClick={() => session.explain({ row, instances: [instance], month, besides })}>
      Why? {title}, {formatMonth(node.month!)}
    </button>
  );
}

function NodeWhere({ text }: { text: string }) {
  return text ? <span class="node-where">{text}</span> : null;
}

function InputEnd({ node, path }: { node: Explanation; path: string }) {
  const session = useSession();
  return (
    <>
      {node.assumption && <span class="badge">assumption</span>}
      <Sources sources={node.sources ?? []} />
      <button type="button" class="small of-page" onClick={() => session.jumpTo(path)}>
        Go to this assumption
      </button>
    </>
  );
}

function InReference({ entry, title }: { entry: string; title: string }) {
  const session = useSession();
  return (
    <button type="button" class="small of-page" aria-label={`In the reference: ${title}`} onClick={() => session.refer(entry)}>
      In the reference
    </button>
  );
}

function nodeValue(node: Explanation): string {
  const input = inputOf(node.name);
  if (input && typeof node.value === "string") return valueWords(node.value, input);
  return formatValue(node.value, node.unit, input?.display || displayOf(node));
}
