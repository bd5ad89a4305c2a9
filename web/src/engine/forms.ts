// What answers may leave out because the page has it: the forms of tables, by their identities, and the documents of opened scenarios.
import type { Result } from "./client";
import type { Document, DocumentChanges, Form, MeasureValue, RunAnswer } from "./messages";

/** As many as one goes back and forth between; a form is some ten kilobytes. */
const MOST = 16;

export class Forms {
  private readonly forms = new Map<string, Form>();
  private readonly documents = new Map<number, Document>();

  /** The identities of the forms that are here. */
  known(): string[] {
    return [...this.forms.keys()];
  }

  forget(): void {
    this.forms.clear();
  }

  opened(scenario: number, document: Document): void {
    this.documents.set(scenario, document);
  }

  /** A run's answer with all that it refers to; undefined where that is not here, or does not fit. */
  result(scenario: number, answer: RunAnswer, numbers: Float64Array | undefined): Result | undefined {
    const base = this.documents.get(scenario);
    const table = answer.form ?? this.forms.get(answer.form_id ?? "");
    if (!base || !table || !answer.form_id || !answer.document || !answer.measures || !numbers) return undefined;
    if (numbers.length !== table.rows.length * table.months.length || answer.measures.length !== table.measures.length) return undefined;
    this.keep(answer.form_id, table);
    return { table, document: changed(base, answer.document), measures: measures(table, answer.measures), numbers };
  }

  /** The newest stands last. */
  private keep(id: string, form: Form): void {
    this.forms.delete(id);
    this.forms.set(id, form);
    for (const oldest of this.forms.keys()) {
      if (this.forms.size <= MOST) break;
      this.forms.delete(oldest);
    }
  }
}

/** The document that a base becomes. Values of things that it does not have any more go with them. */
function changed(base: Document, { start, months, instances = base.instances, values }: DocumentChanges): Document {
  const all = { ...base.values, ...values };
  if (instances === base.instances) return { start, months, instances, values: all };
  const there = new Set(instances.map(({ scope, name }) => `${scope}.${name}`));
  const gone = base.instances.filter(({ scope, name }) => !there.has(`${scope}.${name}`)).map(({ scope, name }) => `${scope}.${name}.`);
  const kept = Object.entries(all).filter(([path]) => !gone.some((thing) => path.startsWith(thing)));
  return { start, months, instances, values: Object.fromEntries(kept) };
}

function measures(form: Form, values: readonly MeasureValue[]): Result["measures"] {
  return Object.fromEntries(form.measures.map((head, at) => [head.name, { ...head, value: values[at] ?? null }]));
}
