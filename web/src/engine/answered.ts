// What came of a question to an engine: what it asked for, or why there is no answer.
import { type Came, EngineFailure } from "./engine";
import type { Calls, Kind, Notice, Problem } from "./messages";

/** Why there is no answer. */
export interface Refused {
  problems: Problem[];
  notices?: Notice[];
}

/** Whether there is no answer, but why. */
export function isRefused(answer: unknown): answer is Refused {
  return typeof answer === "object" && answer !== null && "problems" in answer;
}

/** Undefined where the question was given up. Throws where what was asked for cannot be read in the answer. */
export function answered<K extends Kind, Got>(
  came: Came<K> | undefined,
  read: (body: Calls[K]["answer"], numbers: Float64Array | undefined) => Got | undefined,
): Got | Refused | undefined {
  if (!came) return undefined;
  const { problems, notices } = came.body as Calls["open"]["answer"];
  if (problems?.length) return { problems, ...(notices && { notices }) };
  const got = read(came.body, came.numbers);
  if (got === undefined) throw new EngineFailure("The engine’s answer was incomplete.");
  return got;
}
