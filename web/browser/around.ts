// A page around embeds, as its author writes it: it keeps what embeds say, and says things to them.
import type { Page } from "@playwright/test";
import type { FromEmbed, ToEmbed } from "../src/embed/protocol";

/** Put into the page: keeps whatever is said to it. */
export const KEEPING = '<script>var said = []; addEventListener("message", ({ data }) => said.push(data));</script>';

type Said<Type extends FromEmbed["type"]> = Extract<FromEmbed, { type: Type }>;

/** What was said of one kind, in order. */
export function said<Type extends FromEmbed["type"]>(page: Page, type: Type): Promise<Said<Type>[]> {
  return page.evaluate(
    (wanted) => (globalThis as unknown as { said: FromEmbed[] }).said.filter(({ type: each }) => each === wanted),
    type,
  ) as Promise<Said<Type>[]>;
}

/** Says something to the embed in the frame of that number, be it a message or not. */
export function say(page: Page, message: ToEmbed | { [name: string]: unknown }, frame = 0): Promise<void> {
  return page.evaluate(([data, at]) => window.frames[at as number]!.postMessage(data, "*"), [message, frame] as const);
}
