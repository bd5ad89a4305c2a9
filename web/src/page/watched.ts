// A value that changes more often than the page is drawn.
type Watcher<Value> = (value: Value) => void;

export class Watched<Value> {
  private readonly watchers = new Set<Watcher<Value>>();

  constructor(private current: Value) {}

  get(): Value {
    return this.current;
  }

  set(value: Value): void {
    if (value === this.current) return;
    this.current = value;
    for (const watcher of this.watchers) watcher(value);
  }

  watch(watcher: Watcher<Value>): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }
}
