// Without network the page opens and computes; what is kept for that is the page itself and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BASE_URL, open, pageTest } from './harness.mjs';
import { amounts, ask, field, fillFirstFour, FIRST_FOUR, fragment, household, openCase } from './household.mjs';
import { mirrorTest, WAYS } from './mirror.mjs';

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
  const below = files.map((url) => url.slice(BASE_URL.length)).filter((path) => path !== '' && path !== 'start.js');
  const folders = new Set(below.map((path) => path.split('/')[0]));
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
  await page.locator('[data-gesproken]', { hasText: /meer|minder/ }).waitFor({ state: 'attached' });
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

/** A test of the worker on a site of its own. */
const siteTest = (name, settings, body) =>
  mirrorTest(name, settings, { skip: isKept ? false : 'a quick build is not kept', worker: true }, body);

siteTest('below a folder it works as well', { below: '/werk/rekenhulp/' }, async ({ page, context, base }) => {
  await page.goto(base);
  await kept(page);
  await context.setOffline(true);
  await page.goto(`${base}?lang=nl${fragment(CASE)}`);
  await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
  assert.ok((await amounts(page)).nu.bijstand);
  assert.ok((await inCaches(page)).every((url) => url.startsWith(base)));
});

const newer = { below: '/', version: undefined, missing: undefined };
siteTest('a newer version comes whole, and the old one goes', newer, async ({ page, context, base }) => {
  await page.goto(base);
  await kept(page);
  const [folder] = /v[0-9a-f]{16}/.exec((await inCaches(page)).join());
  const next = `v${'0123456789abcdef'}`;
  // What is kept of others on the same host stays.
  await page.evaluate(() => caches.open('van een ander'));
  newer.version = [folder, next];
  await page.reload();
  assert.match(await page.locator('link[rel="stylesheet"]').getAttribute('href'), new RegExp(next));
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
siteTest('a version that does not come whole leaves the old one as it is', broken, async ({ page, context, base }) => {
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

siteTest('a server that answers with an error or too late does not keep her from the page', { below: '/' },
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

siteTest('in a frame that may keep nothing the page works', { below: '/' }, async ({ page, base }) => {
  for (const kind of ['sandboxed', 'plain']) {
    await page.goto(`${base}frame-${kind}`);
    const frame = page.frameLocator('iframe');
    await frame.locator('html[data-gereed]').waitFor({ state: 'attached' });
    if (kind === 'sandboxed') assert.equal(await frame.locator('html[data-bewaard]').count(), 0);
  }
});

/** Where nothing is wrong: ready, and the versions that the page and its caches are of. */
async function versions(page) {
  await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
  const [shown] = /v[0-9a-f]{16}/.exec(await page.locator('link[rel="stylesheet"]').getAttribute('href'));
  return { shown, kept: new Set((await inCaches(page)).join().match(/v[0-9a-f]{16}/g)) };
}

const NEXT = `v${'0123456789abcdef'}`;
/** Everything but the page itself and the worker. */
const isFile = (path) => path !== '' && path !== 'sw.js' && path !== 'index.html';

// nieuwe_versie_halve_lading. Chosen: the older version is shown, and the newer one as soon as all of it is there.
for (const [way, wrong] of Object.entries(WAYS)) {
  // Its bytes are right, so they are kept, under another type: that is told when the page starts.
  if (way === 'another type') continue;
  for (const [what, isWrong] of [['no file', isFile], ['all but one file', (path) => path === 'talen/en-uitleg.txt']]) {
    const half = { below: '/', version: undefined, wrong: undefined };
    siteTest(`nieuwe_versie_halve_lading: ${what} of the newer version, ${way}`, half, async ({ page, base, server, problems }) => {
      await page.goto(base);
      await kept(page);
      const before = await versions(page);
      half.version = [before.shown, NEXT];
      half.wrong = (path) => (isWrong(path) ? wrong : undefined);
      for (const time of [1, 2]) {
        await page.reload();
        const now = await versions(page);
        assert.equal(now.shown, before.shown, `the ${time}th time`);
        assert.ok(now.kept.has(before.shown), 'the older version stays');
      }
      half.wrong = undefined;
      // What was never answered is over.
      server.closeAllConnections();
      await page.reload();
      assert.deepEqual(await versions(page), { shown: NEXT, kept: new Set([NEXT]) });
      problems.length = 0;
    });
  }
}

// wasm_html_eenmaal, and every other file: what a network once answered in its place is not kept for good.
for (const file of ['start.js', 'style.css', 'calc_web.js', 'calc_web_bg.wasm', 'talen/nl.txt', 'talen/nl-uitleg.txt']) {
  for (const way of ['html', 'html under its own type', 'cut off, as if it were whole']) {
    const once = { below: '/', wrong: (path) => (path === file ? WAYS[way] : undefined) };
    siteTest(`wasm_html_eenmaal: ${file} once came as ${way}, and the page is well again`, once, async ({ page, base, problems, context }) => {
      await page.goto(base);
      await page.locator('#mislukt:visible, html[data-gereed]').first().waitFor({ state: 'attached', timeout: 10_000 });
      once.wrong = undefined;
      await page.reload();
      await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
      await kept(page);
      await context.setOffline(true);
      await page.reload();
      await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
      problems.length = 0;
    });
  }
}

siteTest('a page of somebody else in place of ours does not take the kept one away', { below: '/' }, async ({ page, base, server, problems }) => {
  await page.goto(base);
  await kept(page);
  const before = await versions(page);
  for (const way of ['html', 'empty', 'cut off, as if it were whole', 'broken off', 'dropped']) {
    const [answer] = server.listeners('request');
    server.removeAllListeners('request');
    const bytes = Buffer.from(await (await fetch(BASE_URL)).arrayBuffer());
    server.on('request', (_, response) => { response.setHeader('Content-Type', 'text/html'); WAYS[way](response, bytes); });
    await page.reload();
    assert.deepEqual(await versions(page), before, way);
    server.removeAllListeners('request');
    server.on('request', answer);
  }
  problems.length = 0;
});
