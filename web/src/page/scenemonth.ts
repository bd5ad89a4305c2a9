// The month that the scene shows, which has fractions while playing. Apart from the page's state, so
// that sixty of them a second draw nothing but the scene.

type Watcher = (month: number) => void;

const watchers = new Set<Watcher>();
let current = 0;

export const sceneMonth = {
  get: () => current,
  set(month: number): void {
    if (month === current) return;
    current = month;
    for (const watcher of watchers) watcher(month);
  },
  watch(watcher: Watcher): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};
