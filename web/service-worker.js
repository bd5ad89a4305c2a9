// Keeps the folder edition for when there is no network. The build puts before this what there is to keep:
// KEPT = { name, pages, files }, of which the name has the hash of all that is kept.
//
// Files have their content's hash in their names, so that what is kept is never out of date. Pages come from the network as long as
// there is one. A newer page is kept beside the older one, and that is dropped once no tab has it open: its parts may still be asked for.
const PREFIX = "rackonomics ";
const scope = new URL("./", self.location.href);
const addressOf = (path) => new URL(path, scope).href;
const files = new Set(KEPT.files.map(addressOf));
const pages = new Map(KEPT.pages.flatMap((path) => [path, path === "index.html" ? "./" : path].map((name) => [addressOf(name), addressOf(path)])));
/** Other folders of the same host keep their own. */
const ownName = `${PREFIX}${scope.pathname} ${KEPT.name}`;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const address = new URL(request.url);
  address.hash = address.search = "";
  if (files.has(address.href)) event.respondWith(kept(address.href, request));
  else if (request.mode === "navigate" && pages.has(address.href)) event.respondWith(newest(pages.get(address.href), request));
});

async function install() {
  const cache = await caches.open(ownName);
  const fresh = [...pages.values()].map((page) => new Request(page, { cache: "reload" }));
  await cache.addAll([...files, ...new Map(fresh.map((page) => [page.url, page])).values()]);
}

/** Pages that were opened before there was anything to keep have what they ask for later from here too. */
async function activate() {
  const others = (await caches.keys()).filter((name) => name.startsWith(`${PREFIX}${scope.pathname} `) && name !== ownName);
  await Promise.all(others.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(address, request) {
  const cache = await caches.open(ownName);
  return (await cache.match(address, { ignoreVary: true })) ?? fetch(request);
}

/** A server that answers at all is believed, whatever it says. */
async function newest(page, request) {
  try {
    return await fetch(request);
  } catch (reason) {
    const cache = await caches.open(ownName);
    const found = await cache.match(page, { ignoreVary: true });
    if (!found) throw reason;
    return found;
  }
}
