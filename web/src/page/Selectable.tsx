// The title of a thing with its colour, to be marked wherever it stands.
import { usePicked, useSession } from "./context";

export function Selectable({ name, title, colour }: { name: string; title: string; colour: string }) {
  const session = useSession();
  const isSelected = usePicked((state) => state.view.select === name);
  return (
    <button type="button" class="legend" aria-pressed={isSelected} onClick={() => session.look({ select: isSelected ? "" : name })}>
      <i class="swatch" style={{ "--colour": colour }} />
      {title}
    </button>
  );
}
