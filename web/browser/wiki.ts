// A wiki at another origin, for what is embedded in its pages.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

/** Where the single file lies on the disk. */
export const SINGLE_FILE = fileURLToPath(new URL("../../dist/rackonomics.html", import.meta.url));
/** Where it lies among the wiki's attachments. */
export const ATTACHED = "/attached.html";

/** Serves a page with this in it, and these headers; what is attached has more in its head. */
export async function wiki(content: string, headers: { [name: string]: string } = {}, inHead = ""): Promise<{ address: string; close(): void }> {
  const server = createServer(async (request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const attached = async () => (await readFile(SINGLE_FILE, "utf8")).replace("<head>", () => `<head>${inHead}`);
    response.end(request.url!.split("?")[0] === ATTACHED ? await attached() : `<!doctype html><link rel="icon" href="data:,">${content}`);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
