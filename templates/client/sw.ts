/*
 * Keeps what was read: a page comes from the network and is kept; without a network it comes from what was kept. Style
 * sheets, fonts and scripts come from what was kept, and are fetched anew behind it.
 */

/** What is used of a service worker's own interfaces; the library's types are those of a window. */
interface WorkerEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

interface FetchingEvent extends WorkerEvent {
  request: Request;
  respondWith: (response: Promise<Response>) => void;
}

interface Worker {
  registration: { scope: string };
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  addEventListener: ((type: "install" | "activate", listener: (event: WorkerEvent) => void) => void) &
    ((type: "fetch", listener: (event: FetchingEvent) => void) => void);
}

const worker = globalThis as unknown as Worker; // this script runs as a service worker and nowhere else
const { scope } = worker.registration;
/** One of each site, wherever on its host that is. */
const name = `warraq ${scope}`;
const home = new URL("index.html", scope).href;

worker.addEventListener("install", (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll([home])));
  void worker.skipWaiting();
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const isAsset = request.url.startsWith(new URL("assets/", scope).href);
  event.respondWith(isAsset ? fromCache(event) : fromNetwork(request));
});

async function fromNetwork(request: Request): Promise<Response> {
  const cache = await caches.open(name);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: request.mode === "navigate" });
    const instead = request.mode === "navigate" ? await cache.match(home) : undefined;
    const found = kept ?? instead;
    if (found === undefined) throw error;
    return found;
  }
}

async function fromCache(event: FetchingEvent): Promise<Response> {
  const cache = await caches.open(name);
  const kept = await cache.match(event.request);
  const fresh = fetch(event.request).then(async (response) => {
    if (response.ok) await cache.put(event.request, response.clone());
    return response;
  });
  if (kept === undefined) return await fresh;
  event.waitUntil(fresh.catch(() => undefined));
  return kept;
}
