// What the browser tests share: one Chromium for a file, a new page for each test, and the rules
// that hold for every test: no error in the console, and no request to another site.
//
// `cargo xtask test` starts the server and tells where it is: BASE_URL, and CHROMIUM for the browser.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { BASE_URL, complaints, launch } from './chromium.mjs';
import { drawn, waitUntilDrawn } from './drawn.mjs';

export { BASE_URL };

let browser;

/** The browser of this test file, started by the first test that needs it. */
export function theBrowser() {
  browser ??= launch();
  return browser;
}

after(async () => {
  await (await browser)?.close();
});

/**
 * A test with a page of its own. `settings` go to Playwright's `newContext` (viewport, locale,
 * offline, …); `worker: true` lets the page have its service worker. `body` gets `{ page, context, seen }`: `seen.problems` may be emptied by a test that
 * causes a problem on purpose, and `seen.requests` lists every address asked for.
 */
export function pageTest(name, settings, body) {
  test(name, async () => {
    const { worker, ...rest } = settings;
    const context = await (await theBrowser()).newContext({ locale: 'nl-NL', ...rest });
    // Each test begins with nothing kept: without this, each would keep the whole page first.
    if (!worker) await context.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
    await waitUntilDrawn(context);
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const seen = watch(context, page);
    try {
      await body({ page, context, seen });
      assert.deepEqual(seen.problems, [], 'problems seen while the test ran');
    } catch (error) {
      // Often the cause of what the test stumbled over.
      seen.problems.forEach((problem) => console.log(`${name}: ${problem}`));
      throw error;
    } finally {
      await context.close();
    }
  });
}

/** Notes what must not happen in any test. */
function watch(context, page) {
  const seen = { problems: complaints(page), requests: [] };
  context.on('request', (request) => {
    const url = request.url();
    seen.requests.push(url);
    if (!url.startsWith(BASE_URL) && !/^(data|blob|about):/.test(url)) {
      seen.problems.push(`request to another site: ${url}`);
    }
  });
  return seen;
}

/** Opens an address below BASE_URL and waits until the page says that it can compute. */
export async function open(page, path = '') {
  const response = await page.goto(new URL(path, BASE_URL).href);
  await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
  return response;
}

/** Follows a link to this page in its own tab, and waits until the page has drawn what it says of it. */
export async function follow(page, hash) {
  await page.evaluate((to) => new Promise((resolve) => {
    globalThis.addEventListener('hashchange', () => setTimeout(resolve, 1), { once: true });
    globalThis.location.hash = to;
  }), hash);
  await drawn(page);
}

/** Answers what the page asks of a link or a file, once it has turned to the question: until then it still moves. */
export async function answerOffer(page, name) {
  await page.waitForFunction(() => document.activeElement?.id === 'melding');
  await page.getByRole('button', { name, exact: true }).click();
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 A and AA, one readable line per finding. */
export async function accessibilityProblems(page) {
  // Evaluated by the debugger, so the page's policy against foreign scripts stays as it is.
  await page.evaluate(axeSource);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await page.evaluate(
    // Only what is wrong is told: to describe what is right takes most of the time.
    (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
    tags,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`),
  );
}
