// The page starts under the headers it is meant to be served with.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityProblems, BASE_URL, pageTest } from './harness.mjs';

test('every file of the page comes with the headers that protect it', async () => {
  const page = await (await fetch(BASE_URL)).text();
  const [, folder] = /href="(v[0-9a-f]{16})\/style\.css"/.exec(page);
  const files = ['style.css', 'calc_web.js', 'calc_web_bg.wasm'].map((file) => `${folder}/${file}`);
  for (const path of ['', 'start.js', ...files, 'none']) {
    const { headers, status } = await fetch(new URL(path, BASE_URL));
    const freshness = files.includes(path) ? /immutable/ : /^no-cache$/;
    assert.match(headers.get('cache-control'), freshness, path);
    assert.equal(status, path === 'none' ? 404 : 200, path);
    const policy = headers.get('content-security-policy');
    assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /, path);
    assert.match(policy, /frame-ancestors/, path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
  }
});

pageTest('the page starts', {}, async ({ page, seen }) => {
  const wasm = page.waitForResponse(/\.wasm$/);
  const response = await page.goto(BASE_URL);
  assert.equal(response.status(), 200);
  const headers = await (await wasm).allHeaders();
  assert.equal(headers['content-type'], 'application/wasm');
  assert.equal(headers['content-encoding'], 'br');
  await page.locator('h1').first().waitFor();
  assert.ok(seen.requests.every((url) => url.startsWith(BASE_URL)), seen.requests.join('\n'));
});

pageTest('the page fits a narrow screen', { viewport: { width: 320, height: 640 } }, async ({ page }) => {
  await page.goto(BASE_URL);
  await page.locator('h1').first().waitFor();
  const [content, screen] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  assert.ok(content <= screen, `content is ${content} wide on a screen of ${screen}`);
});

pageTest('axe finds nothing', {}, async ({ page }) => {
  await page.goto(BASE_URL);
  await page.locator('h1').first().waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
});
