// The Content-Security-Policy that each edition states in its <meta> element.
import { createHash } from "node:crypto";

/** Nothing may run, load or be sent but what is named; workers start from Blobs, charts are saved from data addresses. */
function policyOf(
  /** @type {{ scripts: string[], styles: string[], connect: string[], workers?: string[] }} */ { scripts, styles, connect, workers = [] },
) {
  return [
    "default-src 'none'",
    `script-src ${[...scripts, "'wasm-unsafe-eval'"].join(" ")}`,
    `style-src ${styles.join(" ")}`,
    `connect-src ${connect.join(" ")}`,
    "img-src data:",
    `worker-src ${["blob:", ...workers].join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/**
 * Of the folder: its own files, and those alone. In a frame whose origin is opaque WebKit matches nothing with 'self'; there
 * only an origin that is named does.
 * @param {string} origin Where the folder will be served, as `make dist ORIGIN=` was told it; empty where it was not.
 * @param {{ sharesWorker?: boolean }} more Whether a worker may be one of its files, which several frames share.
 */
export function sitePolicy(origin, { sharesWorker = false } = {}) {
  const own = origin === "" ? ["'self'"] : ["'self'", checkedOrigin(origin)];
  return policyOf({ scripts: own, styles: own, connect: own, workers: sharesWorker ? own : [] });
}

/**
 * Of the single file: these scripts and these styles, and nothing is fetched.
 * @param {(string | Buffer)[]} scripts
 * @param {(string | Buffer)[]} styles
 */
export function filePolicy(scripts, styles) {
  return policyOf({ scripts: scripts.map(hashSource), styles: styles.map(hashSource), connect: ["'none'"] });
}

function hashSource(/** @type {string | Buffer} */ content) {
  return `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
}

/** One host at one port: no scheme alone, no wildcard, and no IPv6 address, which a policy cannot name (CSP Level 3, §2.3.1). */
function checkedOrigin(/** @type {string} */ origin) {
  if (/^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]+)?$/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin) return origin;
  throw new Error(
    `ORIGIN: ${JSON.stringify(origin)} is no origin that a policy can name: https:// or http://, a host name in lower case, and the port where it is not the usual one, as in https://wiki.example`,
  );
}
