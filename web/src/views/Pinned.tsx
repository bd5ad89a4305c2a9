// A view that is always open, as far as the scenario has it.
import { useView, View } from "./View";

export function Pinned({ name }: { name: string }) {
  const view = useView(name);
  if (!view) return null;
  // A chart has a card and a title of its own.
  if (view.kind === "chart") return <View name={name} />;
  return (
    <details class="pinned" id={`view-${name}`} open>
      <summary title={view.note}>
        <h2>{view.title}</h2>
      </summary>
      <View name={name} />
    </details>
  );
}
