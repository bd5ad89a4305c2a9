// The story of a scenario in an embed: a step at a time, and below it what the step looks at.
import { useEffect } from "preact/hooks";
import { usePicked, useSession } from "../page/context";
import { Later } from "../page/Later";
import { stepText } from "../page/StoryPlace";
import type { Telling } from "../page/storytelling";
import { Watched } from "../page/watched";

/** The story that is told, and where it is; undefined where none is. */
export const telling = new Watched<Telling | undefined>(undefined);

export function Told() {
  const session = useSession();
  const home = usePicked(({ view }) => view.step?.split("/").slice(0, -1).join("/"));
  const base = usePicked(({ history }) => history?.present.base);
  const isThere = usePicked(({ result, opening }) => result !== undefined && !opening);
  // It begins by itself: nobody came here for anything else.
  useEffect(() => {
    if (home === undefined && base?.story && isThere) session.look({ step: stepText(base.shipped ? base.name : "", 0) });
  }, [home, base, isThere]);
  useEffect(() => () => telling.set(undefined), [home]);
  if (home === undefined) return null;
  return <Later key={home} name="StoryPlayer" awaited="Loading the story…" home={home} onTelling={(now) => telling.set(now)} />;
}
