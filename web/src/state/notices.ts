// What the page has to tell.
import type { Refused } from "../engine/client";
import { EngineFailure } from "../engine/engine";
import { problemSentence } from "../problems";
import type { Scenario } from "./history";
import type { Notice, State } from "./state";
import type { Store } from "./store";

export function notify(store: Store<State>, notice: Notice): void {
  const { notices } = store.get();
  if (!notices.some(({ text }) => text === notice.text)) store.update({ notices: [...notices, notice] });
}

/** The engine could not do it. Where that was to compute a scenario, what is shown is not the figures of that one. */
export function failed(store: Store<State>, reason: unknown, scenario?: Scenario): void {
  const text = reason instanceof EngineFailure ? reason.message : `Something went wrong: ${String(reason)}`;
  store.update({ phase: store.get().result ? "open" : "failed" });
  if (scenario && scenario === store.get().history?.present) store.update({ problems: [{ path: "", message: text }], problemsOf: scenario });
  notify(store, { level: "error", text });
}

/** Nothing was opened. */
export function refuse(store: Store<State>, notices: readonly Notice[]): void {
  store.update({ notices, phase: store.get().history ? "open" : "failed" });
}

/** Why a scenario was not opened: for a file one notice with its name, and a line for each mistake. */
export function refusal({ problems, notices = [] }: Refused, file: string | undefined): Notice[] {
  const lines = problems.map(problemSentence);
  if (file === undefined) return [...notices, ...lines.map((text) => ({ level: "error" as const, text }))];
  return [...notices, { level: "error", text: `“${file}” was not opened. What was open stays.`, lines }];
}
