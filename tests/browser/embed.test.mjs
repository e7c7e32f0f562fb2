// The calculator in the page of another, on another origin: what it may do there, and what it may not.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { complaints } from './chromium.mjs';
import { waitUntilDrawn } from './drawn.mjs';
import { accessibilityProblems, BASE_URL, open, pageTest, theBrowser } from './harness.mjs';
import { FIRST_FOUR, fragment } from './household.mjs';
import { mirror } from './mirror.mjs';

/** A policy that allows nothing but what a host has to add for the calculator. */
const strict = (tool) =>
  `default-src 'none'; script-src ${tool}embed.js; frame-src ${tool}; img-src data:; require-trusted-types-for 'script'`;
const page = (body) => `<!doctype html><html lang="nl"><title>Gastheer</title><link rel="icon" href="data:,"><h1>Werk</h1>${body}<p>Einde</p>`;
const line = (tool, data) => `<script async src="${tool}embed.js" referrerpolicy="no-referrer" ${data}></script>`;

/**
 * A host on a port of its own, and the calculator on another that allows it. `paths` are its pages by their path: called
 * with the address of the calculator, they give the body and perhaps a policy.
 */
function hostTest(name, paths, settings, body) {
  test(name, async () => {
    let tool;
    const server = createServer((request, response) => {
      const [html, policy] = paths[new URL(request.url, 'http://host/').pathname]?.(tool.base) ?? [''];
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      if (policy) response.setHeader('Content-Security-Policy', policy);
      response.end(page(html));
    });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const host = `http://127.0.0.1:${server.address().port}/`;
    const referrers = [];
    const heard = ({ headers }) => { if (headers.referer) referrers.push(headers.referer); };
    tool = await mirror({ below: '/', ancestors: host, heard, ...settings });
    const context = await (await theBrowser()).newContext({ locale: 'nl-NL', viewport: { width: 390, height: 800 }, ...settings.context });
    await context.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
    await waitUntilDrawn(context);
    const shown = await context.newPage();
    const problems = complaints(shown);
    try {
      await body({ page: shown, host, tool: tool.base, problems });
      assert.deepEqual(problems, []);
      assert.deepEqual(referrers.filter((from) => from.startsWith(host)), [], 'the host is never told');
    } finally {
      await context.close();
      [server, tool.server].forEach((one) => { one.closeAllConnections(); one.close(); });
    }
  });
}

/** The frame at a place among those of embed.js, once it computes and is as high as what it shows. */
async function framed(shown, at = 0) {
  const element = await shown.waitForSelector(`iframe[data-rekenhulp] >> nth=${at}`, { state: 'attached' });
  const frame = await element.contentFrame();
  await frame.locator('html[data-gereed]').waitFor({ state: 'attached' });
  await settled(element, frame);
  return { element, frame };
}

const heights = async (element, frame) => {
  const own = await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  const given = await element.evaluate((it) => it.clientHeight);
  return { own, given };
};

/** Waits until the frame is as high as what it shows, and can be scrolled no more. */
async function settled(element, frame) {
  for (let left = 100; left > 0; left -= 1) {
    const { own, given } = await heights(element, frame);
    if (own === given && own > 0) break;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  const { own, given } = await heights(element, frame);
  assert.equal(given, own, 'the frame is as high as what it shows');
  const scrolled = await frame.evaluate(() => {
    scrollTo(0, 1000);
    return { y: scrollY, overflow: getComputedStyle(document.documentElement).overflowY };
  });
  assert.deepEqual(scrolled, { y: 0, overflow: 'hidden' });
}

const TWO = {
  '/': () => [''],
  '/twee': (tool) => [
    `${line(tool, 'data-lang="nl"')}<h2>Werkcoach</h2>${line(tool, 'data-lang="en" data-theme="voorbeeldstad" data-modus="coach" data-title="For coaches"')}`,
    strict(tool),
  ],
};

hostTest('two lines under a strict policy of the host: each in its language and style, as high as it is', TWO, {}, async ({ page: shown, host, tool }) => {
  await shown.goto(host);
  await shown.goto(`${host}twee`);
  const [hers, coach] = [await framed(shown, 0), await framed(shown, 1)];
  const about = ({ element, frame }) => Promise.all([
    element.evaluate(({ title, referrerPolicy, allow, src }) => ({ title, referrerPolicy, allow, src })),
    frame.evaluate(() => ({
      lang: document.documentElement.lang,
      coach: document.querySelector('.pagina--coach') !== null,
      accent: getComputedStyle(document.documentElement).getPropertyValue('--accent'),
      headings: [...document.querySelectorAll('h1')].filter((it) => it.checkVisibility()).length,
      bands: [...document.querySelectorAll('header')].filter((it) => it.checkVisibility()).length,
    })),
  ]);
  const same = { referrerPolicy: 'no-referrer', allow: 'clipboard-write' };
  assert.deepEqual(await about(hers), [
    { title: 'Rekenhulp', ...same, src: `${tool}?lang=nl` },
    { lang: 'nl', coach: false, accent: '#0b5d66', headings: 0, bands: 0 },
  ]);
  assert.deepEqual(await about(coach), [
    { title: 'For coaches', ...same, src: `${tool}?lang=en&theme=voorbeeldstad&modus=coach` },
    { lang: 'en', coach: true, accent: '#5b2a86', headings: 0, bands: 0 },
  ]);

  // Nothing of the host moves, neither when the frames come nor when she goes on in one, and its Back takes one step.
  const place = () => shown.evaluate(() => ({ y: scrollY, active: document.activeElement.tagName, steps: history.length }));
  const before = await place();
  assert.deepEqual([before.y, before.active], [0, 'BODY']);
  const { own: first } = await heights(hers.element, hers.frame);
  for (let step = 0; step < 3; step += 1) {
    await hers.frame.evaluate(() => document.querySelector('.gang__knoppen .utrecht-button--primary-action').click());
  }
  await hers.frame.waitForFunction(() => document.activeElement.id === 'vraag-4-kop');
  await settled(hers.element, hers.frame);
  const { own: fourth } = await heights(hers.element, hers.frame);
  assert.notEqual(first, fourth, 'another question is of another height');
  const after = await place();
  assert.deepEqual([after.y, after.steps], [before.y, before.steps]);
  await shown.goBack();
  assert.equal(shown.url(), host);
});

hostTest('a line that comes late, or once more, makes one frame', { '/': () => [''] }, {}, async ({ page: shown, host, tool }) => {
  await shown.goto(host);
  const run = () => shown.evaluate((src) => {
    const made = document.createElement('script');
    Object.assign(made, { src, referrerPolicy: 'no-referrer' });
    made.dataset.theme = '../../evil';
    const old = document.querySelector('script');
    if (old) old.replaceWith(made);
    else document.body.append(made);
  }, `${tool}embed.js`);
  await run();
  const { element } = await framed(shown);
  assert.equal(await element.evaluate(({ src }) => src), tool, 'what is no name is left out');
  await run();
  await shown.waitForFunction((was) => document.querySelector('iframe') !== was, element);
  await framed(shown);
  assert.equal(await shown.locator('iframe').count(), 1);
});

const PLAIN = {
  '/': (tool) => [line(tool, '')],
  '/kaal': (tool) => [`<iframe title="x" referrerpolicy="no-referrer" width="300" height="500" src="${tool}${fragment(FIRST_FOUR)}"></iframe><iframe title="y" name="vreemd"></iframe>`],
};

hostTest('only the frame tells its height, and only to the page around it', PLAIN, {}, async ({ page: shown, host }) => {
  await shown.goto(host);
  const { element, frame } = await framed(shown);
  const { own } = await heights(element, frame);
  await shown.evaluate(async () => {
    const other = document.body.appendChild(document.createElement('iframe'));
    for (const data of [{ rekenhulp: 1, height: 99 }, { rekenhulp: 2, height: 99 }, null, 'x', 7, { height: 99 }]) {
      other.contentWindow.eval(`parent.postMessage(${JSON.stringify(data)}, '*')`);
      postMessage(data, '*');
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  });
  assert.equal(await element.evaluate((it) => it.clientHeight), own);
  for (const height of [-1, 0, 1e9, '9px', null, {}, 'NaN']) {
    await frame.evaluate((told) => parent.postMessage({ rekenhulp: 1, height: told }, '*'), height);
  }
  await frame.evaluate(() => parent.postMessage({ rekenhulp: 9, height: 50 }, '*'));
  await new Promise((resolve) => { setTimeout(resolve, 100); });
  assert.equal(await element.evaluate((it) => it.clientHeight), own);

  await shown.goto(`${host}kaal`);
  const plain = await (await shown.waitForSelector('iframe[title=x]')).contentFrame();
  await plain.locator('html[data-gereed]').waitFor({ state: 'attached' });
  await shown.evaluate(async () => {
    frames.vreemd.eval("parent.frames[0].postMessage({ rekenhulp: 1 }, '*')");
    for (const data of [null, 1, 'x', { rekenhulp: 3 }, { rekenhulp: '1' }]) frames[0].postMessage(data, '*');
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  });
  // It keeps a scrollbar of its own, and moves its own page only.
  assert.equal(await plain.evaluate(() => document.documentElement.style.overflow), '');
  assert.equal(await shown.evaluate(() => scrollY), 0);
});

hostTest('a host that is not allowed shows nothing of it', { '/': (tool) => [line(tool, '')] }, { ancestors: "'self'" }, async ({ page: shown, host, problems }) => {
  await shown.goto(host);
  const element = await shown.waitForSelector('iframe[data-rekenhulp]');
  const frame = await element.contentFrame();
  await frame.waitForURL(/^chrome-error:/);
  assert.ok(problems.some((problem) => problem.includes('frame-ancestors')), problems.join('\n'));
  problems.length = 0;
});

/** The hash of embed.js as the site has it. */
async function hash() {
  const bytes = await (await fetch(new URL('embed.js', BASE_URL))).arrayBuffer();
  return `sha384-${Buffer.from(await crypto.subtle.digest('SHA-384', bytes)).toString('base64')}`;
}

test('the hash of embed.js is the one in docs/embedding.md: another breaks the line of every host, so it is said there', async () => {
  assert.ok(readFileSync('docs/embedding.md', 'utf8').includes(await hash()), await hash());
});

for (const [path, title, lang] of [['embed.html', 'Zet de rekenhulp op uw eigen website', 'nl'], ['embed.en.html', 'Put the calculator on your own website', 'en']]) {
  pageTest(`${path}: what is chosen is in the line, and is shown`, {}, async ({ page: shown }) => {
    await shown.goto(new URL(path, BASE_URL).href);
    assert.equal(await shown.title(), title);
    assert.deepEqual(await accessibilityProblems(shown), []);
    await shown.locator('#theme').selectOption('voorbeeldstad');
    await shown.locator('#modus').selectOption('coach');
    const written = await shown.locator('#regel').inputValue();
    const expected = `<script async src="${BASE_URL}embed.js" integrity="${await hash()}" crossorigin="anonymous" referrerpolicy="no-referrer" data-lang="${lang}" data-theme="voorbeeldstad" data-modus="coach" data-title="`;
    assert.ok(written.startsWith(expected), written);
    assert.match(await shown.locator('#kaal').inputValue(), new RegExp(`^<iframe src="${BASE_URL}\\?lang=${lang}&amp;theme=voorbeeldstad&amp;modus=coach" title=`));
    assert.equal(await shown.locator('#beleid').inputValue(), `script-src ${BASE_URL}embed.js; frame-src ${BASE_URL}`);
    const { element, frame } = await framed(shown);
    const [, , named] = /data-title=(["'])(.*?)\1/.exec(written);
    assert.equal(await element.evaluate((it) => it.title), named);
    assert.equal(await frame.evaluate(() => document.documentElement.lang), lang);
    assert.equal(await frame.locator('.pagina--coach').count(), 1);
  });
}

pageTest('a style changes the colours and names who sends the page', {}, async ({ page: shown }) => {
  await open(shown, '?theme=voorbeeldstad');
  const look = () => shown.evaluate(() => ({
    accent: getComputedStyle(document.documentElement).getPropertyValue('--accent'),
    sender: getComputedStyle(document.querySelector('.hoofd__binnen'), '::before').content,
  }));
  await shown.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]')[1]?.sheet);
  const themed = await look();
  assert.equal(themed.accent, '#5b2a86');
  assert.match(themed.sender, /^url\(.*"Gemeente Voorbeeldstad"$/);
  for (const other of ['', '?theme=', '?theme=bestaat-niet', '?theme=https://example.org/a']) {
    await shown.goto('about:blank');
    await open(shown, other);
    assert.deepEqual(await look(), { accent: '#0b5d66', sender: 'none' }, other);
  }
});
