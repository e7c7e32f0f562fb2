// What holds for the site on every server.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { BASE_URL, complaints, launch } from '../browser/chromium.mjs';
import { score } from './observatory.mjs';
import { ask, serve } from './servers.mjs';

const VERSION = /v[0-9a-f]{16}/;
/** What our own server says of a file, and every other has to say. */
const TOLD = [
  'content-type', 'cache-control', 'content-security-policy', 'strict-transport-security', 'x-content-type-options',
  'referrer-policy', 'permissions-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'access-control-allow-origin',
];
const told = ({ headers }) => Object.fromEntries(TOLD.map((name) => [name, headers[name]]));

/** The files of the site as a browser asks for them, without their copies. */
function paths(root) {
  const files = readdirSync(root, { recursive: true }).filter((file) => statSync(join(root, file)).isFile());
  return files.filter((file) => !/\.(br|gz)$|^server\/|^_headers$/.test(file));
}

const [whole, plainly] = [{ br: brotliDecompressSync, gzip: gunzipSync }, (body) => body];

/** Tests with a server of their own, by this name. */
export const testsOn = (name) => (what, settings, body) => test(`${name}: ${what}`, async () => {
  const server = await serve(name, settings);
  try {
    await body(server);
  } finally {
    await server.stop();
  }
});

export function siteTests(name) {
  const serverTest = testsOn(name);

  serverTest('every file comes whole, of its kind, with the headers of the table, compressed as it is understood', {}, async ({ root, base }) => {
    const files = paths(root);
    assert.ok(files.length > 15, String(files));
    for (const file of ['', ...files]) {
      const ours = await ask(BASE_URL, file);
      const bytes = readFileSync(join(root, file || 'index.html'));
      for (const [accepted, got] of [['identity', undefined], ['gzip, deflate', 'gzip'], ['gzip, deflate, br, zstd', 'br'], ['br;q=0, gzip', 'gzip']]) {
        const answer = await ask(base, file, { encoding: accepted });
        assert.equal(answer.status, 200, file);
        assert.deepEqual(told(answer), told(ours), `${file} ${accepted}`);
        assert.equal(answer.headers.server ?? 'nginx', 'nginx', 'no version of a server is told');
        const encoding = answer.headers['content-encoding'];
        // A file that gains nothing has no copy.
        if (encoding !== undefined || /^(index\.html)?$|wasm$/.test(file)) assert.equal(encoding, got, `${file} ${accepted}`);
        if (encoding) assert.match(answer.headers.vary, /accept-encoding/i);
        assert.ok((whole[encoding] ?? plainly)(answer.body).equals(bytes), `${file} ${accepted} is whole`);
      }
    }
    const { headers } = await ask(base);
    assert.equal((await ask(base, '', { headers: { 'If-None-Match': headers.etag } })).status, 304, 'what did not change is not sent again');
    assert.equal((await ask(base, '', { method: 'POST' })).status, 405);
  });

  serverTest('what is not there is told in a line, is no page, and is kept by no browser', {}, async ({ root, base }) => {
    const [version] = VERSION.exec(readdirSync(root).join());
    for (const path of ['nee', 'v0000000000000000/calc_web.js', `${version}/nee.wasm`, `${version}/calc_web_bg.wasm.br`, 'index.html.gz',
      version, `${version}/`, `${version}/talen`, 'server/nginx.conf', '_headers']) {
      const { status, headers, body } = await ask(base, path);
      assert.equal(status, 404, path);
      assert.deepEqual([headers['cache-control'], headers['content-type'], body.toString().trim()], ['no-cache', 'text/plain; charset=utf-8', '404 Not Found'], path);
      assert.match(headers['content-security-policy'], /^default-src 'none'/);
    }
    for (const path of ['../cert.pem', '%2e%2e/cert.pem', `${version}/..%2f..%2fcert.pem`, `${version}/../../cert.pem`]) {
      const { status, body } = await ask(base, path);
      assert.ok([400, 404].includes(status) && !body.includes('CERTIFICATE'), `${path}: ${status}`);
    }
  });

  serverTest('the score of the Observatory is A+', {}, async ({ base, plain }) => {
    const page = await ask(base);
    const redirected = await ask(plain, 'a?lang=en');
    assert.match(redirected.headers.location, /^https:\/\/[^/]+\/a\?lang=en$/);
    const { counted, score: points } = score(page, redirected);
    assert.ok(points >= 100, JSON.stringify(counted));
    console.log(`${name}: ${points} points, ${JSON.stringify(counted)}`);
    // The count can be lower: without its policy the page has no A.
    const without = { ...page, headers: { ...page.headers, 'content-security-policy': '' } };
    assert.ok(score(without, redirected).score < 80);
  });

  browserTests(name, serverTest);
}

let browser;
after(async () => (await browser)?.close());

/** A page that knows no certificate, and what it complained of. */
async function pageOf(body) {
  // A worker is started only where the certificate is known.
  browser ??= launch(['--ignore-certificate-errors']);
  const context = await (await browser).newContext({ locale: 'nl-NL', ignoreHTTPSErrors: true });
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  const problems = complaints(page);
  const open = new Set();
  page.on('request', (request) => open.add(request.url()));
  ['requestfinished', 'requestfailed'].forEach((end) => page.on(end, (request) => open.delete(request.url())));
  try {
    await body(page, problems);
  } catch (error) {
    console.log('complained of:', problems, 'not answered:', [...open]);
    throw error;
  } finally {
    await context.close();
  }
}

const ready = (frame) => frame.locator('html[data-gereed]').waitFor({ state: 'attached' });
const kept = (page) => page.locator('html[data-bewaard]').waitFor({ state: 'attached' });
const shown = async (page) => {
  await ready(page);
  return VERSION.exec(await page.locator('link[rel="stylesheet"]').first().getAttribute('href'))[0];
};

/** Loads the page until it is of a version: on a machine that is busy the older one is shown once more. */
async function untilShown(page, version) {
  for (let left = 5; left > 0; left -= 1) {
    await page.reload();
    if (await shown(page) === version) return;
  }
  assert.fail(`${version} does not come`);
}

/** A page of somebody else, on a port of its own. */
async function host(html) {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Gastheer</title><link rel="icon" href="data:,">${html()}`);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

function browserTests(name, serverTest) {
  test(`${name}: only the sites that are named can show the page, by a line with the hash of embed.js`, async () => {
    let line = '';
    const [allowed, other] = [await host(() => line), await host(() => line)];
    const server = await serve(name, { ancestors: `'self' ${allowed.address.slice(0, -1)}` });
    try {
      const hash = await embedHash(server.root);
      line = `<script async src="${server.base}embed.js" integrity="${hash}" crossorigin="anonymous"></script>`;
      await pageOf(async (page, problems) => {
        await page.goto(allowed.address);
        await ready(page.frameLocator('iframe[data-rekenhulp]'));
        assert.deepEqual(problems, []);
        await page.goto(other.address);
        await page.waitForFunction(() => document.querySelector('iframe[data-rekenhulp]'));
        while (problems.length === 0) await page.waitForTimeout(50);
        assert.match(problems.join(), /frame-ancestors/);
        assert.equal(await page.frameLocator('iframe[data-rekenhulp]').locator('#app').count(), 0);
        // Another content than the hash says is not run.
        problems.length = 0;
        writeFileSync(join(server.root, 'embed.js'), 'document.title = "kwaad";');
        ['br', 'gz'].forEach((ending) => rmSync(join(server.root, `embed.js.${ending}`)));
        await page.goto(allowed.address);
        while (problems.length === 0) await page.waitForTimeout(50);
        assert.match(problems.join(), /integrity/);
        assert.equal(await page.title(), 'Gastheer');
      });
    } finally {
      await server.stop();
      [allowed, other].forEach(({ close }) => close());
    }
  });

  uploadTest(serverTest, 'an upload that is half there', {});
}

/** Half an upload never takes the page from a device that has an older version, and does not stay on one that has none. */
export function uploadTest(serverTest, what, settings) {
  serverTest(`${what} never takes the page from a device, nor stays on one`, settings, async ({ root, base }) => {
    await pageOf(async (page, problems) => {
      await page.goto(base);
      await kept(page);
      const old = await shown(page);
      const next = 'v0123456789abcdef';
      const complete = halfway(root, old, next);
      for (const time of [1, 2]) {
        await page.reload();
        assert.equal(await shown(page), old, `the ${time}th time`);
      }
      await pageOf(async (fresh) => {
        await fresh.goto(base);
        await fresh.locator('#mislukt:visible').waitFor();
        complete();
        await untilShown(fresh, next);
      });
      await untilShown(page, next);
      // What did not come was told; nothing else was.
      assert.deepEqual(problems.filter((problem) => !/404|Failed to|integrity/.test(problem)), []);
    });
  });
}

async function embedHash(root) {
  const digest = await crypto.subtle.digest('SHA-384', readFileSync(join(root, 'embed.js')));
  return `sha384-${Buffer.from(digest).toString('base64')}`;
}

/** Puts the page of a newer version in its place, and none of its files; what it returns puts those there too. */
function halfway(root, old, next) {
  const texts = readdirSync(root).filter((file) => /\.(html|js)$/.test(file));
  cpSync(join(root, old), join(root, 'later'), { recursive: true });
  for (const file of texts) {
    const path = join(root, file);
    const [was, becomes] = [readFileSync(path, 'utf8'), readFileSync(path, 'utf8').replaceAll(old, next)];
    if (was === becomes) continue;
    writeFileSync(path, becomes);
    ['br', 'gz'].forEach((ending) => rmSync(`${path}.${ending}`, { force: true }));
  }
  return () => renameSync(join(root, 'later'), join(root, next));
}
