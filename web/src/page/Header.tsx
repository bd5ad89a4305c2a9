// The bar at the top: which scenario, back and forth, and taking it elsewhere.
import { catalog } from "../catalog";
import { Colours } from "./Colours";
import { CopyText } from "./CopyText";
import { commandProps } from "./commands";
import { usePicked, useSession } from "./context";
import { OpenFile } from "./OpenFile";
import { SaveFile } from "./SaveFile";
import { canDo } from "./shortcuts";
import { showDialog } from "./showndialog";

export function Header() {
  const session = useSession();
  const base = usePicked((state) => state.history?.present.base);
  const canUndo = usePicked((state) => canDo("undo", state));
  const canRedo = usePicked((state) => canDo("redo", state));
  const changed = usePicked((state) => state.history?.present.changes.size ?? 0);
  const isNamed = catalog.scenarios.some(({ name }) => name === base?.name);
  const isListed = isNamed && base?.shipped !== false;
  // An own one, or one as it was once shipped.
  const unlisted = base && (isNamed ? `${base.title} (another form)` : base.title);
  const download = async () => {
    const text = await session.document();
    return text === undefined ? undefined : { text, type: "application/json" };
  };
  return (
    <header class="top">
      <p class="brand">Rackonomics</p>
      <div class="scenario">
        <select
          aria-label="Scenario"
          value={isListed ? base?.name : ""}
          onChange={(event) => event.currentTarget.value && void session.open({ name: event.currentTarget.value })}
        >
          {!isListed && <option value="">{unlisted ?? "Choose a scenario"}</option>}
          {catalog.scenarios.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div class="top-tools" role="toolbar" aria-label="Scenario tools">
        <button type="button" {...commandProps("palette")} onClick={() => showDialog("palette")}>
          Find…
        </button>
        <button type="button" disabled={!canUndo} {...commandProps("undo")} onClick={() => session.undo()}>
          Undo
        </button>
        <button type="button" disabled={!canRedo} {...commandProps("redo")} onClick={() => session.redo()}>
          Redo
        </button>
        <button type="button" disabled={changed === 0} onClick={() => session.resetAll()}>
          Reset all
        </button>
        <OpenFile />
        <SaveFile label="Download" name={`${base?.name ?? "scenario"}.json`} make={download} disabled={!base} command="save" />
        <Colours />
        <button type="button" class="sign" aria-label="Keys" {...commandProps("keys")} onClick={() => showDialog("keys")}>
          ?
        </button>
        <button type="button" disabled={!base} aria-haspopup="dialog" onClick={() => session.share({})}>
          Share
        </button>
        {base && <CopyLink />}
      </div>
    </header>
  );
}

function CopyLink() {
  const session = useSession();
  const noLink = usePicked(({ noLink, linkOf, history }) => (linkOf?.scenario === history?.present ? noLink : undefined));
  if (noLink)
    return (
      <button type="button" class="primary" disabled title={noLink}>
        No link
      </button>
    );
  return <CopyText primary label="Copy link" what="the link" text={async () => location.href.replace(/#.*$/, "") + (await session.linkNow())} />;
}
