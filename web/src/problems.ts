// What is wrong, in words that name what it is about.
import type { Problem } from "./engine/messages";

export function problemText({ path, message }: Problem): string {
  return path ? `${path}: ${message}` : message;
}

/** Several in one paragraph. */
export function problemsText(problems: readonly Problem[]): string {
  return problems.map(problemText).join(" ");
}
