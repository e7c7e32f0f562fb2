// Without network the page opens and computes; what is kept for that is the page itself and nothing else.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { BASE_URL, open, pageTest, theBrowser } from './harness.mjs';
import { amounts, ask, field, fillFirstFour, FIRST_FOUR, fragment, household, openCase } from './household.mjs';

const CASE = household('first-job.json');
const WITH_WORKER = { worker: true };

/** A quick build has no worker: then there is nothing to test here. */
const isKept = (await (await fetch(BASE_URL)).text()).includes('data-bewaarder');
const workerTest = (name, body) =>
  (isKept ? pageTest(name, WITH_WORKER, body) : test(name, { skip: 'a quick build is not kept' }, () => {}));

/** Waits until the whole page is on the device. */
const kept = (page) => page.locator('html[data-bewaard]').waitFor({ state: 'attached' });

/** Every address in the caches of the page. */
const inCaches = (page) => page.evaluate(async () => {
  const found = [];
  for (const name of await caches.keys()) {
    found.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
  }
  return found;
});

workerTest('without network the page opens, in every language, and computes', async ({ page, context }) => {
  await open(page);
  await kept(page);
  const tags = (await page.locator('html').getAttribute('data-talen')).split(' ');
  await context.setOffline(true);
  await page.reload();
  for (const tag of tags) {
    await page.goto('about:blank');
    await openCase(page, CASE, `?lang=${tag}&modus=coach`);
    assert.equal(await page.locator('html').getAttribute('lang'), tag);
    const { result } = await ask(page, 'month', CASE);
    assert.deepEqual((await amounts(page)).met_baan, result.met_baan, tag);
  }
  await page.goto('about:blank');
  await open(page);
  await fillFirstFour(page);
  const { result } = await ask(page, 'month', FIRST_FOUR);
  assert.equal((await amounts(page)).nu.bijstand, result.nu.bijstand);
  await page.locator('button[data-lijn="bijstand"][data-situatie="nu"]').click();
  await page.locator('#uitleg-nu-bijstand').waitFor();
});

workerTest('only the files of the page are kept, all of them, and nothing about a person', async ({ page, context }) => {
  await page.goto('about:blank');
  await openCase(page, CASE, '?lang=nl&modus=coach');
  await kept(page);
  // Once more, now that the worker answers.
  await page.reload();
  await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
  const files = await inCaches(page);
  assert.deepEqual(files.filter((url) => /[?#]/.test(url)), []);
  const folders = new Set(files.filter((url) => url !== BASE_URL).map((url) => url.slice(BASE_URL.length).split('/')[0]));
  assert.equal(folders.size, 1, 'files of one version');
  const names = files.map((url) => url.slice(BASE_URL.length).replace(/^v[0-9a-f]{16}\//, '')).sort();
  for (const name of ['', 'calc_web.js', 'calc_web_bg.wasm', 'start.js', 'style.css', 'talen/nl.txt', 'talen/nl-uitleg.txt']) {
    assert.ok(names.includes(name), `${name} in ${names}`);
  }
  assert.ok(names.every((name) => /^$|^[\w-]+\.(js|css|wasm)$|^talen\/[a-z]+(-uitleg)?\.txt$/.test(name)), String(names));
  assert.deepEqual(await context.cookies(), []);
});

workerTest('after it is ready the page asks for nothing, and keeps nothing that is typed', async ({ page, context, seen }) => {
  await open(page);
  await kept(page);
  const loaded = seen.requests.length;
  await fillFirstFour(page);
  await field(page, 'baan.uurloon').fill('16,20');
  await field(page, 'baan.uren_per_week').fill('24');
  await page.locator('button[data-lijn="bijstand"][data-situatie="met_baan"]').click();
  for (const fold of await page.locator('details > summary').all()) {
    if (await fold.isVisible()) await fold.click();
  }
  await page.locator('[data-gesproken]').getByText(/meer|minder/).waitFor({ state: 'attached' });
  assert.deepEqual(seen.requests.slice(loaded), []);
  assert.ok(seen.requests.every((url) => url.startsWith(BASE_URL) && !url.includes('s=')));
  assert.deepEqual(await context.cookies(), []);
  const stores = await page.evaluate(async () =>
    [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
  assert.deepEqual(stores, [0, 0, 0]);
});

workerTest('the page says whether it is kept', async ({ page }) => {
  await open(page);
  await kept(page);
  await page.getByText('Controleer het zelf').click();
  assert.ok(await page.locator('.prive__bewaard').isVisible());
  assert.ok(!await page.locator('.prive__nog-niet').isVisible());
});

pageTest('where nothing can be kept the page works, and says so', {}, async ({ page }) => {
  await openCase(page, CASE);
  assert.ok((await amounts(page)).nu.bijstand);
  await page.getByText('Controleer het zelf').click();
  assert.ok(await page.locator('.prive__nog-niet').isVisible());
  assert.ok(!await page.locator('.prive__bewaard').isVisible());
});

/** The site again, on a port of its own: below a folder, framed, in another version, or broken. */
async function mirror(settings) {
  const answer = async (request, response) => {
    const asked = new URL(request.url, 'http://mirror/');
    const framed = /^\/frame-(.*)$/.exec(asked.pathname);
    if (framed) {
      const sandbox = framed[1] === 'sandboxed' ? 'sandbox="allow-scripts"' : '';
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><title>x</title><link rel="icon" href="data:,"><iframe ${sandbox} src="${settings.below}"></iframe>`);
      return;
    }
    const path = asked.pathname.startsWith(settings.below) ? asked.pathname.slice(settings.below.length) : null;
    if (path === null || settings.missing?.test(path)) {
      response.statusCode = 404;
      response.end();
      return;
    }
    const was = settings.version ? path.replace(settings.version[1], settings.version[0]) : path;
    const file = await fetch(new URL(was, BASE_URL));
    response.statusCode = file.status;
    for (const name of ['content-type', 'cache-control', 'content-security-policy']) {
      response.setHeader(name, file.headers.get(name));
    }
    // A sandboxed frame has no origin: a host that wants that must say so.
    response.setHeader('Access-Control-Allow-Origin', '*');
    const bytes = Buffer.from(await file.arrayBuffer());
    const isText = settings.version && /html|javascript/.test(file.headers.get('content-type'));
    response.end(isText ? bytes.toString().replaceAll(...settings.version) : bytes);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { server, base: `http://127.0.0.1:${server.address().port}${settings.below}` };
}

/** A test on such a site. */
function mirrorTest(name, settings, body) {
  test(name, { skip: isKept ? false : 'a quick build is not kept' }, async () => {
    const { server, base } = await mirror(settings);
    const context = await (await theBrowser()).newContext({ locale: 'nl-NL' });
    const page = await context.newPage();
    const problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    try {
      await body({ page, context, base, server });
      assert.deepEqual(problems, []);
    } finally {
      await context.close();
      server.closeAllConnections();
      server.close();
    }
  });
}

mirrorTest('below a folder it works as well', { below: '/werk/rekenhulp/' }, async ({ page, context, base }) => {
  await page.goto(base);
  await kept(page);
  await context.setOffline(true);
  await page.goto(`${base}?lang=nl${fragment(CASE)}`);
  await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
  assert.ok((await amounts(page)).nu.bijstand);
  assert.ok((await inCaches(page)).every((url) => url.startsWith(base)));
});

const newer = { below: '/', version: undefined, missing: undefined };
mirrorTest('a newer version comes whole, and the old one goes', newer, async ({ page, context, base }) => {
  await page.goto(base);
  await kept(page);
  const [folder] = /v[0-9a-f]{16}/.exec((await inCaches(page)).join());
  const next = `v${'0123456789abcdef'}`;
  // What is kept of others on the same host stays.
  await page.evaluate(() => caches.open('van een ander'));
  newer.version = [folder, next];
  await page.reload();
  assert.match(await page.locator('script[src]').getAttribute('src'), new RegExp(next));
  await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
  await page.evaluate(async (name) => {
    for (let names = []; names.length !== 2 || !names.some((it) => it.endsWith(name));) {
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      names = await caches.keys();
    }
  }, next);
  assert.ok((await inCaches(page)).every((url) => !url.includes(folder)));
  await context.setOffline(true);
  await page.reload();
  await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
  assert.ok((await page.evaluate(() => caches.keys())).includes('van een ander'));
});

const broken = { below: '/', version: undefined, missing: undefined };
mirrorTest('a version that does not come whole leaves the old one as it is', broken, async ({ page, context, base }) => {
  await page.goto(base);
  await kept(page);
  const before = (await inCaches(page)).sort();
  const [folder] = /v[0-9a-f]{16}/.exec(before.join());
  broken.version = [folder, `v${'fedcba9876543210'}`];
  // Of the new version one file cannot be had.
  broken.missing = /uitleg/;
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const found = new Promise((resolve) => {
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker.addEventListener('statechange', () => resolve(worker.state));
      });
    });
    await registration.update().catch(() => {});
    return found;
  });
  await context.setOffline(true);
  await page.reload();
  await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
  const all = await inCaches(page);
  assert.ok(before.every((url) => all.includes(url)));
});

mirrorTest('a server that answers with an error or too late does not keep her from the page', { below: '/' },
  async ({ page, base, server }) => {
    await page.goto(base);
    await kept(page);
    const [answer] = server.listeners('request');
    server.removeAllListeners('request');
    server.on('request', (_, response) => { response.statusCode = 503; response.end('later'); });
    await page.reload();
    await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
    server.removeAllListeners('request');
    server.on('request', () => {});
    const start = Date.now();
    await page.reload();
    await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
    assert.ok(Date.now() - start < 10_000);
    server.on('request', answer);
  });

mirrorTest('in a frame that may keep nothing the page works', { below: '/' }, async ({ page, base }) => {
  for (const kind of ['sandboxed', 'plain']) {
    await page.goto(`${base}frame-${kind}`);
    const frame = page.frameLocator('iframe');
    await frame.locator('html[data-gereed]').waitFor({ state: 'attached' });
    if (kind === 'sandboxed') assert.equal(await frame.locator('html[data-bewaard]').count(), 0);
  }
});
