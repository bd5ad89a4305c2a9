// What made the difference of a figure to another: the inputs that moved it, and a tree in which each operand has its part.
import { useState } from "preact/hooks";
import { inputOf } from "../catalog";
import { laterText } from "../comparison";
import type { Against, Comparison, Difference as Node, Standing } from "../engine/messages";
import { displayOf, formatDifference, formatMonth, formatValue } from "../format";
import { parsePath } from "../paths";
import { scopeOf } from "../scopes";
import { usePicked, useSession } from "./context";
import { thingTitle, valueWords } from "./inputs";
import "../styles/tree.css";
import "../styles/why.css";

/** Parts are in the unit of their head, and drawn against the largest beside them. */
interface Scale {
  unit: string;
  percent: boolean;
  /** Of a month or a day the difference is how much later it is. */
  isDate: boolean;
  largest: number;
}

export function Difference({ of: { root, moved = [] }, against }: { of: Comparison; against: Against }) {
  const scale = scaleOf(root);
  const ofMoved = { ...scale, largest: largestOf(moved) };
  return (
    <>
      <Summary root={root} against={against} />
      {moved.length > 0 && (
        <section class="moved" aria-label="What moved it">
          <h3>What moved it</h3>
          <ul>
            {moved.map((one, at) => (
              <Moved key={at} node={one} scale={ofMoved} against={against} />
            ))}
          </ul>
        </section>
      )}
      {root.children && root.children.length > 0 && (
        <section aria-label="Through which rows">
          <h3>Through which rows</h3>
          {root.how && <p class="quiet rule">{root.how}</p>}
          <Branches nodes={root.children} scale={scale} against={against} depth={1} told={root.how} />
        </section>
      )}
    </>
  );
}

/** The whole in a sentence: both values, and how far they are apart. */
function Summary({ root, against }: { root: Node; against: Against }) {
  const { from, to, part, title } = root;
  const month = to?.month ?? from?.month;
  const missing = !from ? nothing(against, false) : !to ? nothing(against, true) : "";
  return (
    <div class="difference-summary" role="status">
      <p class="quiet">
        {title}
        {month ? `, ${formatMonth(month)}` : ""}
      </p>
      <p>
        <b translate={false}>{to ? sideText(root, to) : "—"}</b>{" "}
        {from && (
          <span class="quiet">
            {against === "base" ? "against" : `against ${formatMonth(from.month ?? "")}’s`} <span translate={false}>{sideText(root, from)}</span>
            {against === "base" ? " in the base" : ""}
          </span>
        )}
      </p>
      {missing && <p class="notice">{missing} There is nothing to compare with.</p>}
      {!missing && part === 0 && <p>No difference{root.children?.length ? ": what moved it cancels out." : "."}</p>}
      {!missing && part !== undefined && part !== 0 && (
        <p class="difference-part" data-sign={part > 0 ? "up" : "down"} translate={false}>
          {partText(part, scaleOf(root))}
        </p>
      )}
      {!missing && part === undefined && from?.value !== to?.value && <p class="quiet">The two have no difference that is a number.</p>}
    </div>
  );
}

function nothing(against: Against, isGone: boolean): string {
  if (against === "previous") return "The scenario begins here.";
  return isGone ? "It is only in the base." : "The base has no such figure.";
}

function Moved({ node, scale, against }: { node: Node; scale: Scale; against: Against }) {
  const session = useSession();
  const { path, title } = node;
  return (
    <li>
      <div class="node">
        {path ? (
          <button type="button" class="moved-title" title="Go to this assumption" onClick={() => session.jumpTo(path)}>
            {title} <Where node={node} depth={0} />
          </button>
        ) : (
          <span class="moved-title">
            {titleOf(node)} <Where node={node} depth={0} />
          </span>
        )}
        <Part node={node} scale={scale} />
      </div>
      <Sides node={node} against={against} />
      <Bar node={node} scale={scale} />
    </li>
  );
}

/** How many rows deep the tree is opened at first where each has the whole difference. */
const OPENED = 3;

interface BranchesProps {
  nodes: readonly Node[];
  scale: Scale;
  against: Against;
  depth: number;
  /** The rule that is told above, and need not be again. */
  told: string | undefined;
}

function Branches({ nodes, scale, against, depth, told }: BranchesProps) {
  const beside = { ...scale, largest: largestOf(nodes) };
  return (
    <ul class="tree">
      {nodes.map((node, at) => (
        <Branch
          key={`${node.name}@${node.instance} ${at}`}
          node={node}
          isWhole={depth <= OPENED && nodes.length === 1}
          scale={beside}
          against={against}
          depth={depth}
          told={told}
        />
      ))}
    </ul>
  );
}

interface BranchProps extends Omit<BranchesProps, "nodes"> {
  node: Node;
  /** It has the whole difference of what is asked about, and says nothing before it is open. */
  isWhole: boolean;
}

function Branch({ node, scale, against, depth, told, isWhole }: BranchProps) {
  const [open, setOpen] = useState(isWhole);
  const children = node.children ?? [];
  const opens = children.length > 0 || node.repeated || node.cut || node.path !== undefined;
  const title = (
    <>
      {titleOf(node)} <Where node={node} depth={depth} />
    </>
  );
  return (
    <li>
      <div class="node">
        {opens ? (
          <button type="button" class="node-title" aria-expanded={open} onClick={() => setOpen(!open)}>
            {title}
          </button>
        ) : (
          <span class="node-title">{title}</span>
        )}
        <Part node={node} scale={scale} />
      </div>
      <Sides node={node} against={against} />
      <Bar node={node} scale={scale} />
      {open && <Body node={node} scale={scale} against={against} depth={depth} told={told} />}
    </li>
  );
}

function Body({ node, scale, against, depth, told }: Omit<BranchProps, "isWhole">) {
  const session = useSession();
  const { children = [], how, path, repeated, cut } = node;
  return (
    <div class="node-body">
      {how && how !== told && <p class="quiet">{how}</p>}
      {node.head && node.part === undefined && children.length > 0 && <p class="quiet">Below are parts of its own difference.</p>}
      {repeated && <p class="quiet">What made it stands above.</p>}
      {cut && <p class="quiet">What made it is left out here, since the tree is large.</p>}
      {path && (
        <button type="button" class="small" onClick={() => session.jumpTo(path)}>
          Go to this assumption
        </button>
      )}
      {children.length > 0 && (
        <Branches nodes={children} scale={node.head ? scaleOf(node) : scale} against={against} depth={depth + 1} told={how ?? told} />
      )}
    </div>
  );
}

function Where({ node, depth }: { node: Node; depth: number }) {
  const { scope } = parsePath(node.name);
  const things = usePicked((state) => state.result?.document.instances) ?? [];
  const place = !scopeOf(scope)?.single && node.instance ? thingTitle(scope, node.instance, things) : "";
  const month = depth > 0 ? (node.to?.month ?? node.from?.month) : "";
  const text = [place, month && formatMonth(month)].filter(Boolean).join(", ");
  return text ? <span class="node-where">{text}</span> : null;
}

/** Both values in the node's own unit; what one side has not is said. */
function Sides({ node, against }: { node: Node; against: Against }) {
  const { from, to, added, rest } = node;
  if (rest || (!from && !to)) return null;
  if (added) {
    return (
      <p class="sides quiet">
        in the month <span translate={false}>{to && sideText(node, to)}</span>
      </p>
    );
  }
  const without = against === "base" ? "not in the base" : "not before";
  return (
    <p class="sides quiet" translate={false}>
      {from ? sideText(node, from) : without} <span aria-hidden="true">→</span>
      <span class="visually-hidden">, now</span> {to ? sideText(node, to) : "no more"}
    </p>
  );
}

function Part({ node, scale }: { node: Node; scale: Scale }) {
  if (node.part === undefined) return <span class="node-value quiet">no part of its own</span>;
  return (
    <span class="node-value" data-sign={node.part < 0 ? "down" : "up"} translate={false}>
      {partText(node.part, scale)}
    </span>
  );
}

/** A bar from the middle: to the right what raised the figure, to the left what lowered it. */
function Bar({ node: { part }, scale: { largest } }: { node: Node; scale: Scale }) {
  if (part === undefined || largest === 0) return null;
  return <span class="part-bar" aria-hidden="true" data-sign={part < 0 ? "down" : "up"} style={{ "--size": Math.abs(part) / largest }} />;
}

function titleOf({ title, rest, from, to, how }: Node): string {
  if (rest) return `${rest} smaller ones`;
  return from || to || !how ? title : `Together: ${title}`;
}

function scaleOf({ unit, percent, to, children = [] }: Node): Scale {
  return { unit, percent: percent ?? false, isDate: typeof to?.value === "string", largest: largestOf(children) };
}

function largestOf(nodes: readonly Node[]): number {
  return Math.max(0, ...nodes.map(({ part }) => Math.abs(part ?? 0)));
}

function partText(part: number, { unit, percent, isDate }: Scale): string {
  return isDate ? laterText(part, unit) : formatDifference(part, unit, percent);
}

function sideText({ name, unit, percent }: Node, { value }: Standing): string {
  const input = inputOf(name);
  if (input && typeof value === "string") return valueWords(value, input);
  return formatValue(value, unit, input?.display || displayOf({ percent: percent ?? false }));
}
