// The part of JSON Schema (draft 2020-12) that the messages between host and embed are declared in, and how a value is held to it.

export type Schema =
  | { const: string | number; description?: string }
  | { type: "string"; maxLength: number; pattern?: string; description?: string }
  | { type: "number" | "boolean"; description?: string }
  | { type: "array"; maxItems: number; items: Schema; description?: string }
  | ObjectSchema
  /** Any plain data, which the bounds of all messages hold. */
  | { description: string };

export interface ObjectSchema {
  type: "object";
  properties?: { [name: string]: Schema };
  required?: readonly string[];
  maxProperties?: number;
  propertyNames?: { maxLength: number; pattern: string };
  additionalProperties: false | Schema;
  description?: string;
}

/** What a schema says a value is. */
export type Said<S> = S extends { const: infer C }
  ? C
  : S extends { type: "string" }
    ? string
    : S extends { type: "number" }
      ? number
      : S extends { type: "boolean" }
        ? boolean
        : S extends { type: "array"; items: infer I }
          ? readonly Said<I>[]
          : S extends { properties: infer P; required: infer R extends readonly string[] }
            ? { [name in keyof P as name extends R[number] ? name : never]: Said<P[name]> } & {
                [name in keyof P as name extends R[number] ? never : name]?: Said<P[name]> | undefined;
              }
            : S extends { type: "object"; additionalProperties: infer A }
              ? { readonly [name: string]: Said<A> }
              : unknown;

/** What is wrong with a value, and what is allowed there; undefined where it is as the schema says. */
export function misfitOf(value: unknown, schema: Schema, at = ""): string | undefined {
  const where = at === "" ? "the message" : at;
  if ("const" in schema) return value === schema.const ? undefined : `${where} must be ${JSON.stringify(schema.const)}`;
  if (!("type" in schema)) return undefined;
  switch (schema.type) {
    case "string":
      if (typeof value !== "string" || value.length > schema.maxLength) return `${where} must be a text of at most ${schema.maxLength} characters`;
      return schema.pattern === undefined || new RegExp(schema.pattern, "u").test(value) ? undefined : `${where} must match ${schema.pattern}`;
    case "number":
    case "boolean":
      return typeof value === schema.type ? undefined : `${where} must be a ${schema.type}`;
    case "array":
      if (!Array.isArray(value) || value.length > schema.maxItems) return `${where} must be a list of at most ${schema.maxItems}`;
      return first(value, (item, place) => misfitOf(item, schema.items, `${where}[${place}]`));
    case "object":
      return isRecord(value) ? memberMisfit(value, schema, at) : `${where} must be an object`;
  }
}

function memberMisfit(value: { [name: string]: unknown }, schema: ObjectSchema, at: string): string | undefined {
  const { properties = {}, required = [], maxProperties = Number.POSITIVE_INFINITY, propertyNames, additionalProperties } = schema;
  const where = at === "" ? "the message" : at;
  const path = (name: string) => (at === "" ? name : `${at}.${name}`);
  const names = Object.keys(value);
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return `${path(missing)} is missing`;
  if (names.length > maxProperties) return `${where} must have at most ${maxProperties} members`;
  return first(names, (name) => {
    if (propertyNames && (name.length > propertyNames.maxLength || !new RegExp(propertyNames.pattern, "u").test(name)))
      return `${where} has a member ${JSON.stringify(name.slice(0, propertyNames.maxLength))}; a name is at most ${propertyNames.maxLength} characters and must match ${propertyNames.pattern}`;
    if (Object.hasOwn(properties, name)) return misfitOf(value[name], properties[name]!, path(name));
    if (additionalProperties !== false) return misfitOf(value[name], additionalProperties, path(name));
    return `${path(name)} is unknown; allowed are ${Object.keys(properties).join(", ")}`;
  });
}

function first<Item>(list: readonly Item[], look: (item: Item, place: number) => string | undefined): string | undefined {
  for (const [place, item] of list.entries()) {
    const found = look(item, place);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isRecord(value: unknown): value is { [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
