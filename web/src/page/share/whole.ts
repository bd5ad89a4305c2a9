// The whole scenario as it stands as a file: a workbook, and every row by month.

import { isRefused, type Refused } from "../../engine/answered";
import type { Progress } from "../../engine/messages";
import { problemsText } from "../../problems";
import { Exports } from "../../state/exports";
import type { Scenario } from "../../state/history";
import type { Session } from "../../state/session";
import { type Content, commaSeparated } from "../export";

type Told = (progress: Progress | undefined) => void;

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export async function workbookFile(session: Session, signal: AbortSignal, progress: Told): Promise<Content | undefined> {
  const bytes = allowed(await new Exports(session.pool).workbook(present(session), signal, progress));
  return bytes && { bytes, type: WORKBOOK };
}

/** A line a row, with the columns of the command line (cmd/rackonomics/output.go). */
export async function rowsFile(session: Session, signal: AbortSignal, progress: Told): Promise<Content | undefined> {
  const got = allowed(await new Exports(session.pool).rows(present(session), signal, progress));
  if (!got) return undefined;
  const head = ["row", "instance", "unit", "title", "thing", ...got.months];
  const lines = got.rows.map(({ row: { name, instance, unit, title, thing }, values }) => [name, instance, unit, title, thing, ...values]);
  return { text: commaSeparated([head, ...lines]), type: "text/csv" };
}

function present(session: Session): Scenario {
  const { history } = session.store.get();
  if (!history) throw new Error("No scenario is open.");
  return history.present;
}

function allowed<Got>(answer: Got | Refused | undefined): Got | undefined {
  if (isRefused(answer)) throw new Error(problemsText(answer.problems));
  return answer;
}
