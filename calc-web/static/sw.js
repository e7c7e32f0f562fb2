// Keeps the page on the device, so that it opens without internet, in whole versions (docs/decisions/0006-offline.md).
// A page lists its own files, each with its hash: nothing is kept that is not exactly that, and a newer page is shown
// once all its files are here. Until then the version that was kept before stays and is shown. It keeps these files and
// nothing else: never an address with a query, never anything about a person.
//
// The version changes this file with every release, so that a browser that has an old worker takes the new one.
// {versie}
const here = (name) => new URL(name, self.location).href;
const PAGE = here('./');
// Other pages of the same host may keep things too: only names that start like this are ours.
const OURS = `rekenhulp ${PAGE} `;
/** What a page loads, by its address below the page: the folder of a version, and what starts it. */
const OF_A_PAGE = /^(v[0-9a-f]{16}\/.+|start\.js)$/;
// So long the newest page may take before the kept one is shown, and then its files when it is of another version.
const PATIENCE_MS = 3000;
const PATIENCE_FILES_MS = 4000;
// And so long a file may take at all: what is never answered would keep the next from being asked for.
const GIVE_UP_MS = 60_000;

const ourCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

/** A page as it came: its version and files when it is a whole page of ours, else an error. */
async function read(answer) {
  const copy = answer.clone();
  const html = await answer.clone().text();
  const value = (name) => (new RegExp(` data-${name}="([^"]*)"`).exec(html) ?? ['', ''])[1];
  const [version] = /\bv[0-9a-f]{16}(?=\/)/.exec(value('bestanden')) ?? [];
  const isWhole = answer.ok && !answer.redirected && version && html.length === Number(value('lengte'));
  if (!isWhole) throw new Error('this is no whole page of ours');
  const files = value('bestanden').split(' ').map((file) => file.split(','));
  return { copy, version, files: files.map(([name, , integrity]) => ({ url: here(name), integrity })) };
}

/** A file that is exactly what the page names. What the browser has under its name may be something else: then anew. */
async function file({ url, integrity }) {
  const get = async (cache) => {
    const answer = await fetch(url, { cache, integrity, signal: AbortSignal.timeout?.(GIVE_UP_MS) });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer;
  };
  return get('force-cache').catch(() => get('reload'));
}

/** Keeps a version; an error when a file cannot be had. What broke off is gone on with. Whether all of it was kept. */
async function keep({ copy, version, files }) {
  const cache = await caches.open(OURS + version);
  const all = await Promise.all(files.map(async (wanted) => {
    if (await cache.match(wanted.url, { ignoreVary: true })) return true;
    // On a device that is full a page may be shown that cannot be kept.
    return cache.put(wanted.url, await file(wanted)).then(() => true, () => false);
  }));
  // The page comes last: a cache that has it is whole.
  return all.every(Boolean) && cache.put(PAGE, copy).then(() => true, () => false);
}

/** The newest whole version on the device. */
async function kept() {
  for (const name of (await ourCaches()).reverse()) {
    const cache = await caches.open(name);
    const page = await cache.match(PAGE, { ignoreVary: true });
    if (page) return { version: name.slice(OURS.length), page, cache };
  }
  return null;
}

const within = (ms, promise) =>
  Promise.race([promise, new Promise((_, reject) => { setTimeout(reject, ms, new Error('too late')); })]);

/** The newest page, so that new amounts arrive; the kept one when that does not come whole, or not in time. */
async function newest(event) {
  const early = Promise.resolve(event.preloadResponse).catch(() => {});
  let hasMoved = false;
  const fresh = early.then((answer) => answer ?? fetch(event.request)).then((answer) => {
    hasMoved = answer.type === 'opaqueredirect';
    return answer;
  });
  const old = await kept();
  const page = fresh.then(read);
  const whole = page.then((it) => it.version === old?.version || keep(it));
  // Goes on when it is too late for this time: the next time it is there.
  event.waitUntil(whole.catch(() => {}));
  if (!old) return fresh;
  try {
    const { version } = await within(PATIENCE_MS, page);
    // Only now: a page of the older version may still be loading until the newer is shown.
    if (await within(PATIENCE_FILES_MS, whole)) event.waitUntil(forgetAllBut(version));
    return await fresh;
  } catch {
    // A page that moved, or wants her to log in, is for the browser.
    return hasMoved ? fresh : old.page;
  }
}

async function forgetAllBut(version) {
  const old = (await ourCaches()).filter((name) => name !== OURS + version);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** A file as it was kept. What starts a page has one name in all versions: it has to be that of the page that asks. */
async function keptFile(url, { integrity }) {
  const [version] = /v[0-9a-f]{16}(?=\/)/.exec(url.slice(PAGE.length)) ?? [];
  if (version) return caches.match(url, { cacheName: OURS + version, ignoreVary: true });
  const newestKept = await kept();
  const { files } = await read(newestKept.page);
  const isIts = !integrity || files.some((known) => known.url === url && known.integrity === integrity);
  return isIts && newestKept.cache.match(url, { ignoreVary: true });
}

async function install() {
  const isKept = await keep(await read(await fetch(PAGE, { cache: 'no-cache' })));
  if (!isKept) throw new Error('there is no room');
}

async function begin() {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => event.waitUntil(begin()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = request.url.replace(/[?#].*$/, '');
  if (request.mode === 'navigate') {
    if (url === PAGE || url === here('index.html')) event.respondWith(newest(event));
  } else if (url.startsWith(PAGE) && OF_A_PAGE.test(url.slice(PAGE.length))) {
    event.respondWith(keptFile(url, request).catch(() => null).then((found) => found || fetch(request)));
  }
});
