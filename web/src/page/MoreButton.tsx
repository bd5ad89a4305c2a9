// A button that leads to all that a view can be taken away as.
import { useSession } from "./context";

export function MoreButton({ name, title }: { name: string; title: string }) {
  const session = useSession();
  return (
    <button type="button" class="small" aria-haspopup="dialog" aria-label={`More: ${title}`} onClick={() => session.share({ view: name })}>
      More
    </button>
  );
}
