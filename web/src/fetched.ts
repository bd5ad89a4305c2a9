// Fetches the page's parts from whatever server hosts it, and says in full what that answered where it is no use.

/** Scripts as servers name them (WHATWG MIME Sniffing, "JavaScript MIME type"). */
const SCRIPT_TYPE = /^(text|application)\/(x-)?(javascript|ecmascript)$/;

/** The part as it was delivered; throws what the reader can tell the host. */
export async function fetchPart(part: string, address: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (reason) {
    throw unloaded(part, address, `no answer came, or the browser may not read it (${wordsOf(reason)})`);
  }
  if (!response.ok) throw unloaded(part, address, `the server answered ${[response.status, response.statusText].filter(Boolean).join(" ")}`);
  // Servers that answer everything with a page, as single-page hosting and log-in gateways do, say 200.
  if (typeOf(response) === "text/html") throw unloaded(part, address, `the server answered ${response.status} with a web page instead`);
  return response;
}

/** The part as text. A page instead of it is told by its first letter too, whatever type it is sent as. */
export async function fetchText(part: string, address: string): Promise<string> {
  const text = await (await fetchPart(part, address)).text();
  if (/^\s*</.test(text)) throw unloaded(part, address, "the server answered with a web page instead");
  return text;
}

/** Why a script that was fetched would not run from a script element; undefined where nothing forbids it. */
export function scriptRefusal(response: Response): string | undefined {
  const type = typeOf(response);
  if (SCRIPT_TYPE.test(type) || (type === "" && !isSniffingOff(response))) return undefined;
  const forbidden = isSniffingOff(response) || /^(image|audio|video)\/|^text\/csv$/.test(type);
  return forbidden ? `the server sends it as ${type || "no type"}, and it must be text/javascript` : undefined;
}

function isSniffingOff(response: Response): boolean {
  return response.headers.get("X-Content-Type-Options")?.trim().toLowerCase() === "nosniff";
}

/** The "\0asm" that every module begins with. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d];

/**
 * A module compiled. Compiling while it arrives is refused by browsers unless the server sends exactly application/wasm,
 * without any parameter (WebAssembly Web API, "compile a potential WebAssembly response"); from its bytes it compiles
 * whatever it was sent as.
 */
export async function compilePart(part: string, address: string, response: Response): Promise<WebAssembly.Module> {
  const streams = response.headers.get("Content-Type") === "application/wasm";
  try {
    if (streams) return await WebAssembly.compileStreaming(response);
    const bytes = await response.arrayBuffer();
    const begin = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, MAGIC.length));
    if (!MAGIC.every((byte, at) => begin[at] === byte))
      throw new Error(`it is no WebAssembly; the server sends it as ${typeOf(response) || "no type"}`);
    return await WebAssembly.compile(bytes);
  } catch (reason) {
    throw unloaded(part, address, `it arrived and could not be compiled (${wordsOf(reason)})`);
  }
}

export function unloaded(part: string, address: string, why: string): Error {
  return new Error(`${part} could not be loaded from ${address}: ${why}`);
}

function typeOf(response: Response): string {
  return (response.headers.get("Content-Type") ?? "").split(";")[0]!.trim().toLowerCase();
}

function wordsOf(reason: unknown): string {
  return (reason instanceof Error ? reason.message : String(reason)).replace(/\.$/, "");
}
