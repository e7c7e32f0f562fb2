// The site once more, on a port of its own, as a test wants it: below a folder, framed, in another version, with files
// that do not come, or come wrong.
import { createServer } from 'node:http';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { complaints } from './chromium.mjs';
import { waitUntilDrawn } from './drawn.mjs';
import { BASE_URL, theBrowser } from './harness.mjs';

/** What a network that wants her to log in first sends in place of anything. */
export const LOGIN = '<!doctype html><html><body><p>Log in</p></body></html>';

/**
 * Ways in which a file does not come as it should. Each gets the response, which has the headers of the file already,
 * and its bytes.
 */
export const WAYS = {
  404: (response) => { response.statusCode = 404; response.end('Not Found'); },
  500: (response) => { response.statusCode = 500; response.end('Error'); },
  html: (response) => { response.setHeader('Content-Type', 'text/html; charset=utf-8'); response.end(LOGIN); },
  'html under its own type': (response) => { response.end(LOGIN); },
  empty: (response) => { response.end(); },
  'cut off, as if it were whole': (response, bytes) => { response.end(bytes.subarray(0, bytes.length / 2)); },
  'broken off': (response, bytes) => {
    response.setHeader('Content-Length', bytes.length);
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  },
  dropped: (response) => { response.destroy(); },
  'another type': (response, bytes) => { response.setHeader('Content-Type', 'application/octet-stream'); response.end(bytes); },
  'no answer': () => {},
};

/**
 * Serves it. `settings` may be changed while it runs: `below` is its folder, `version` replaces one name by another,
 * `ancestors` are the sites that may frame it, `heard` is told each request,
 * `missing` are paths that are not there, `wrong` is called with the path (without the folder of the version) and may
 * return one of the `WAYS`. Headers are sent as the site sends them, whatever is wrong.
 */
export async function mirror(settings) {
  const answer = async (request, response) => {
    const asked = new URL(request.url, 'http://mirror/');
    settings.heard?.(request);
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
    for (const name of ['content-type', 'cache-control', 'content-security-policy', 'x-content-type-options']) {
      response.setHeader(name, file.headers.get(name));
    }
    if (settings.ancestors) {
      const policy = file.headers.get('content-security-policy');
      response.setHeader('content-security-policy', policy.replace(/frame-ancestors .*/, `frame-ancestors ${settings.ancestors}`));
    }
    // A sandboxed frame has no origin: a host that wants that must say so.
    response.setHeader('Access-Control-Allow-Origin', '*');
    const whole = Buffer.from(await file.arrayBuffer());
    const isText = settings.version && /html|javascript/.test(file.headers.get('content-type'));
    const bytes = isText ? Buffer.from(whole.toString().replaceAll(...settings.version)) : whole;
    const wrong = settings.wrong?.(path.replace(/^v[0-9a-f]{16}\//, ''));
    if (wrong) wrong(response, bytes);
    else response.end(bytes);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { server, base: `http://127.0.0.1:${server.address().port}${settings.below}` };
}

/**
 * A test on such a site. `body` gets `{ page, context, base, server, problems }`; `problems` may be emptied by a test that
 * causes them on purpose. `options`: those of the test, and `worker: true` to let the page have its service worker.
 */
export function mirrorTest(name, settings, { worker, ...options }, body) {
  test(name, options, async () => {
    const { server, base } = await mirror(settings);
    const context = await (await theBrowser()).newContext({ locale: 'nl-NL' });
    if (!worker) await context.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
    await waitUntilDrawn(context);
    const page = await context.newPage();
    const problems = complaints(page);
    try {
      await body({ page, context, base, server, problems });
      assert.deepEqual(problems, []);
    } finally {
      await context.close();
      server.closeAllConnections();
      server.close();
    }
  });
}
