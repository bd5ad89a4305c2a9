// The page's one state and how components watch it.
import { useEffect, useReducer, useRef } from "preact/hooks";

export class Store<State> {
  private readonly watchers = new Set<() => void>();

  constructor(private state: State) {}

  get(): State {
    return this.state;
  }

  /** What is as it was is told to nobody. */
  update(patch: Partial<State>): void {
    if (Object.entries(patch).every(([name, value]) => Object.is(this.state[name as keyof State], value))) return;
    this.state = { ...this.state, ...patch };
    for (const watcher of [...this.watchers]) watcher();
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }
}

/** What `select` picks from the state; the component is drawn again only when that changes. */
export function useSelected<State, Picked>(store: Store<State>, select: (state: State) => Picked): Picked {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const selector = useRef(select);
  selector.current = select;
  const picked = select(store.get());
  const drawn = useRef(picked);
  drawn.current = picked;
  useEffect(() => {
    const check = () => {
      if (!Object.is(selector.current(store.get()), drawn.current)) redraw(undefined);
    };
    // Something may have changed between drawing and this effect.
    check();
    return store.watch(check);
  }, [store]);
  return picked;
}
