// Keeps the page on the device, so that it opens without internet. The build fills in which files that are, and a
// version that changes with any of them (docs/decisions/0006-offline.md). It keeps these files and nothing else:
// never an address with a query, never anything about a person.
const VERSION = '{versie}';
const FILES = '{bestanden}'.split(' ');

const here = (name) => new URL(name, self.location).href;
const PAGE = here('./');
// Other pages of the same host may keep things too: only names that start like this are ours.
const OURS = `rekenhulp ${PAGE} `;
const CACHE = OURS + VERSION;
const KEPT = new Set(FILES.map(here));
// So long the newest page may take before the kept one is shown.
const PATIENCE_MS = 3000;

/** All files of this version, or none. */
async function keep() {
  const page = await fetch(PAGE, { cache: 'no-cache' });
  const isWhole = page.ok && !page.redirected && (await page.clone().text()).includes(VERSION);
  if (!isWhole) throw new Error('the page is of another version');
  const cache = await caches.open(CACHE);
  // The page loads the same files at this moment: mostly they come from the browser's own cache. Their names
  // change with their content, so an old copy is as good as a new one.
  await cache.addAll([...KEPT].map((url) => new Request(url, { cache: 'force-cache' })));
  await cache.put(PAGE, page);
}

async function begin() {
  const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function kept(url) {
  return (await caches.open(CACHE)).match(url, { ignoreVary: true });
}

/** The newest page, so that new amounts arrive; the kept one when there is no answer, or not in time. */
async function newest(event) {
  const fresh = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request));
  const usable = fresh.then((page) => (page.status < 400 ? page : Promise.reject(new Error(page.statusText))));
  const tooLate = new Promise((_, reject) => { setTimeout(reject, PATIENCE_MS); });
  try {
    return await Promise.race([usable, tooLate]);
  } catch {
    return (await kept(PAGE)) ?? fresh;
  }
}

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(keep());
});

self.addEventListener('activate', (event) => event.waitUntil(begin()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = request.url.replace(/[?#].*$/, '');
  if (request.mode === 'navigate') {
    if (url === PAGE || url === here('index.html')) event.respondWith(newest(event));
  } else if (KEPT.has(url)) {
    event.respondWith(kept(url).then((file) => file ?? fetch(request)));
  }
});
