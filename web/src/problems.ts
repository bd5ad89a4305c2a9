// What is wrong, in words that name what it is about.
import type { Problem } from "./engine/messages";

export function problemText({ path, message }: Problem): string {
  return path ? `${path}: ${message}` : message;
}

/** One that stands by itself, and begins as a sentence does. */
export function problemSentence(problem: Problem): string {
  const text = problemText(problem);
  return problem.path ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Several in one paragraph. */
export function problemsText(problems: readonly Problem[]): string {
  return problems.map(problemText).join(" ");
}
