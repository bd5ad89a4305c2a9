// Makes as many inputs of a scenario uncertain as a study may have. It imports nothing, since the measurements of the page use it too.

interface Inputs {
  values: { readonly [path: string]: { readonly value: unknown; readonly given: boolean } };
}

interface Declared {
  readonly name: string;
  readonly kind: string;
}

/** The most that a study may have. */
const MOST_UNCERTAIN = 64;

/** The changes that make numbers of a scenario uncertain by a factor of 0.9 to 1.1, those that it gives itself before those of the model, and have so many cases drawn. */
export function allUncertain({ values }: Inputs, declared: readonly Declared[], paths: number): { path: string; value: unknown }[] {
  const numbers = new Set(declared.filter(({ kind }) => kind === "number").map(({ name }) => name));
  const nameOf = (path: string) => path.replace(/^([^.]*)\.(?:.*\.)?/, "$1.");
  const varied = Object.entries(values)
    .filter(([path, { value }]) => typeof value === "number" && value !== 0 && numbers.has(nameOf(path)))
    .sort(([, left], [, right]) => Number(right.given) - Number(left.given))
    .slice(0, MOST_UNCERTAIN);
  const range = { form: "normal", low: 0.9, high: 1.1, times: true };
  return [...varied.map(([path]) => ({ path: `study.${path}`, value: range })), { path: "study.paths", value: paths }];
}
