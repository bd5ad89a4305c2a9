// A web server as they are found in the wild: it serves the built page below a path of its own, and gets things wrong as it is told.
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

const TYPES: { [extension: string]: string } = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

export interface Faults {
  /** The Content-Type by extension; none is sent for an empty one. */
  types?: { [extension: string]: string };
  headers?: { [name: string]: string };
  /** Answers a file in another way, by its name in the build, such as "engine.wasm". */
  instead?: { [part: string]: (response: ServerResponse) => void };
  /** Answers only after so many milliseconds, by the same names. */
  late?: { [part: string]: number };
  /** Whether the pages' policies name the server, as those of a build for it do (ORIGIN in the Makefile). */
  isNamed?: boolean;
}

export interface Host {
  /** Of the folder, with the slash at its end. */
  address: string;
  /** The paths that were asked for. */
  asked: string[];
  close(): Promise<void>;
}

/** Serves dist/site below /sub/path/, and the single file beside it; nothing is compressed. */
export async function host({ types = {}, headers = {}, instead = {}, late = {}, isNamed = false }: Faults = {}): Promise<Host> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url!, "http://host").pathname;
    asked.push(path);
    const name = /^\/sub\/path\/?$/.test(path) ? "index.html" : path.replace("/sub/path/", "");
    const part = name.replace(/^assets\/(.*)-[0-9a-f]{16}(\.\w+)$/, "$1$2");
    const answer = instead[part];
    if (late[part]) await new Promise((resolve) => setTimeout(resolve, late[part]));
    const type = { ...TYPES, ...types }[extname(name)];
    if (type) response.setHeader("Content-Type", type);
    for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
    if (answer) {
      answer(response);
      return;
    }
    try {
      const file = await readFile(name === "rackonomics.html" ? join(dist, name) : join(dist, "site", name));
      response.end(isNamed && name.endsWith(".html") ? file.toString().replaceAll("'self'", `'self' http://${request.headers.host}`) : file);
    } catch {
      response.writeHead(404, { "Content-Type": "text/html" }).end("<!doctype html><h1>Not found</h1>");
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sub/path/`,
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
