// The messages between an embed and the page around it, declared once: as the JSON Schema that docs/embedding.schema.json publishes
// (test/embed.test.ts holds the two together), from which the types follow and by which what comes is checked.
import { BOUNDS, plainCopy } from "./plain";
import { misfitOf, type ObjectSchema, type Said } from "./schema";

/** What the types of all messages begin with; whatever else comes is somebody else's. */
const PREFIX = "rackonomics:";
/** Of the protocol. It is another when a message that was allowed no longer is. */
export const VERSION = 1;

const LONGEST = { path: 160, text: 2000, link: 16_000, origin: 300 } as const;
const MOST_INPUTS = 100;

const path = {
  type: "string",
  maxLength: LONGEST.path,
  description: "Of an input or a thing, as links and the command line have it.",
} as const;
const inputs = {
  type: "object",
  maxProperties: MOST_INPUTS,
  propertyNames: { maxLength: LONGEST.path, pattern: "^[a-z][a-z0-9_]*(\\.[a-z0-9_-]+)*$" },
  additionalProperties: {
    description: "A number, true or false, a month such as 2026-07, a text that is read as typed (60 %, 1.2bn), or a thing with its inputs.",
  },
  description: "Values by path.",
} as const;
const month = { type: "string", maxLength: 7, pattern: "^[0-9]{4}-[0-9]{2}$", description: "Such as 2027-03." } as const;
const thing = {
  type: "string",
  maxLength: LONGEST.path,
  description: "The name of a thing, as a tenant: what stands between the kind and the input in a path.",
} as const;
const link = { type: "string", maxLength: LONGEST.link, description: "A link of Rackonomics, or its fragment #s=…" } as const;
const figure = {
  type: "object",
  properties: {
    title: { type: "string", maxLength: LONGEST.text },
    text: { type: "string", maxLength: LONGEST.text, description: "As the page writes it, with its unit." },
    number: { type: "number", description: "Absent where the figure has no number: a month, or nothing." },
    unit: { type: "string", maxLength: LONGEST.text },
  },
  required: ["title", "text"],
  additionalProperties: false,
} as const;
const view = {
  type: "object",
  properties: { name: { type: "string", maxLength: LONGEST.text }, title: { type: "string", maxLength: LONGEST.text } },
  required: ["name", "title"],
  additionalProperties: false,
} as const;

function message<const Type extends string, const Properties extends { [name: string]: unknown }, const Required extends keyof Properties & string>(
  type: Type,
  description: string,
  properties: Properties,
  required: readonly Required[],
) {
  return {
    type: "object",
    description,
    properties: { type: { const: `${PREFIX}${type}` as `rackonomics:${Type}` }, ...properties },
    required: ["type", ...required],
    additionalProperties: false,
  } as const;
}

/** From the page around it. */
export const TO_EMBED = [
  message("set", "Gives inputs values. All else stays as it is.", { inputs }, ["inputs"]),
  message("month", "Has figures, pictures and tables show a month.", { month }, ["month"]),
  message(
    "select",
    "Has a thing, as a tenant, marked wherever it stands.",
    { thing: { ...thing, description: `${thing.description} An empty one lets go.` } },
    ["thing"],
  ),
  message("step", "Goes to a step of the story that is shown.", { step: { type: "number", description: "Counted from 1." } }, ["step"]),
  message("open", "Opens a link in place of what is open.", { link }, ["link"]),
  message("ask", "Asks for the state, which is answered by changed.", {}, []),
] as const;

/** To the page around it. Without an origin= in the embed's address there is height alone. */
export const FROM_EMBED = [
  message("ready", "Once, when the first figures are shown.", { version: { const: VERSION }, views: { type: "array", maxItems: 200, items: view } }, [
    "version",
    "views",
  ]),
  message("height", "In CSS pixels: how high the frame has to be to show all.", { height: { type: "number" } }, ["height"]),
  message(
    "changed",
    "What is shown, whenever that is another; figures belong to these inputs and this month.",
    {
      title: { type: "string", maxLength: LONGEST.text, description: "Of the scenario." },
      inputs: { ...inputs, maxProperties: 10_000, description: "All that differs from the scenario's base." },
      month,
      selected: { ...thing, description: "The name of the thing that is marked; absent where none is." },
      step: { type: "number", description: "Of the story that is told, counted from 1; absent where none is." },
      link: { ...link, description: "The fragment of the link to this state; absent where it is too large for one." },
      figures: { type: "array", maxItems: 100, items: figure, description: "The headline figures." },
    },
    ["title", "inputs", "month", "figures"],
  ),
  message(
    "refused",
    "What was asked for was not done; what is shown is as before.",
    {
      path: { ...path, description: "The input or member of the message; empty where it is the message as a whole." },
      value: { description: "What was given; absent where it is too large to repeat." },
      allowed: { type: "string", maxLength: LONGEST.text, description: "What is wrong, and what is allowed." },
    },
    ["path", "allowed"],
  ),
] as const;

export type ToEmbed = Said<(typeof TO_EMBED)[number]>;
export type FromEmbed = Said<(typeof FROM_EMBED)[number]>;
export type Figure = Said<typeof figure>;

/** The published schema. */
export const SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Messages between a Rackonomics embed and the page around it",
  description: `By window.postMessage. Each message is ${BOUNDS}. See embedding.md.`,
  $defs: { toEmbed: { oneOf: TO_EMBED }, fromEmbed: { oneOf: FROM_EMBED } },
  oneOf: [{ $ref: "#/$defs/toEmbed" }, { $ref: "#/$defs/fromEmbed" }],
};

/** Why a message is not followed. */
export interface Unread {
  allowed: string;
}

/** Reads what came: undefined where it is none of ours. */
export function readMessage(data: unknown): ToEmbed | Unread | undefined {
  if (!isOurs(data)) return undefined;
  const message = plainCopy(data) as { type?: unknown } | undefined;
  if (message === undefined) return { allowed: `the message must be ${BOUNDS}` };
  const schema = (TO_EMBED as readonly ObjectSchema[]).find(({ properties }) => (properties!["type"] as { const: string }).const === message.type);
  if (!schema) return { allowed: `type must be one of ${TO_EMBED.map(({ properties }) => properties.type.const).join(", ")}` };
  const misfit = misfitOf(message, schema);
  return misfit === undefined ? (message as ToEmbed) : { allowed: misfit };
}

function isOurs(data: unknown): boolean {
  if (typeof data !== "object" || data === null || !("type" in data)) return false;
  return typeof data.type === "string" && data.type.startsWith(PREFIX);
}

/** An origin that may be named in an embed's address: of the web, or "null" for a page that has none, such as one from a disk. */
export function isOrigin(text: string): boolean {
  if (text === "null") return true;
  return text.length <= LONGEST.origin && /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
