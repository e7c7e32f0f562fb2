// Whatever does not come when the page starts: one message within seconds, with its cause and a way to try again. And
// when the calculator stops: no amount stays, and what was typed comes back.
import assert from 'node:assert/strict';
import { suite } from 'node:test';
import { BASE_URL, open, pageTest } from './harness.mjs';
import { amounts, choose, field, fillFirstFour } from './household.mjs';
import { mirrorTest, WAYS } from './mirror.mjs';

/** What a message is about, by words that only that message has. */
const ABOUT = {
  onbekend: /Kijk of uw verbinding met internet goed is/,
  verbinding: /Uw verbinding met internet is weg of werkt niet goed/,
  traag: /Het laden duurt lang/,
  browser: /Deze browser is te oud/,
  site: /De website van de rekenhulp doet het nu niet goed/,
  gestopt: /De rekenhulp is vastgelopen/,
};

const ready = (page) => page.locator('html[data-gereed]').waitFor({ state: 'attached' });

/** Everything that can be seen, once a message is there: of the start script, or without it of the style. */
async function told(page, teller = 'script') {
  // Before there is a teller nothing is painted yet, and the message only seems to be seen.
  await page.waitForFunction((by) => {
    const isTeller = by === 'script' ? 'start' in document.documentElement.dataset
      : getComputedStyle(document.documentElement).getPropertyValue('--stijl-heel') !== '';
    const isSeen = (id) => document.getElementById(id)?.checkVisibility({ visibilityProperty: true });
    return isTeller && isSeen('mislukt') && !isSeen('app');
  }, teller, { timeout: 10_000 });
  // Of a browser that reads only what is painted.
  return page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter((it) => it.checkVisibility({ visibilityProperty: true }) && it.childElementCount === 0)
    .map((it) => it.textContent.trim()).filter(Boolean).join('\n'));
}

/** One message is seen, about this, and a way to try again; nothing else, and no key of the texts. */
function isOnly(all, reason) {
  // Below it a stopped page shows what was filled in.
  const seen = reason === 'gestopt' ? all.replace(/(\nOpnieuw)\n[^]*/, '$1') : all;
  const found = Object.keys(ABOUT).filter((it) => ABOUT[it].test(seen));
  assert.deepEqual(found, [reason], seen);
  assert.match(seen, /\nOpnieuw$/, seen);
  assert.doesNotMatch(seen, /wordt geladen|pagina\.|undefined|Log in\b/, seen);
}

// startscript_404, nl_txt_html, geen_netwerk_melding, and every other file in every way. `starts`: the page starts all
// the same. Without the start script nobody knows the cause.
const FILES = {
  'start.js': () => 'onbekend',
  'calc_web.js': (way) => ({ 404: 'site', 500: 'site', 'another type': 'site', 'no answer': 'traag' })[way] ?? 'verbinding',
  'calc_web_bg.wasm': (way) => ({ 404: 'site', 500: 'site', 'another type': 'starts', 'no answer': 'traag' })[way] ?? 'verbinding',
  'style.css': (way) => ({ 404: 'site', 500: 'site', 'another type': 'site', 'no answer': 'traag' })[way] ?? 'verbinding',
  'talen/nl.txt': (way) => ({ 404: 'site', 500: 'site', 'another type': 'starts', 'no answer': 'traag' })[way] ?? 'verbinding',
};
const CASES = { 'start.js 404': 'startscript_404: ', 'talen/nl.txt html': 'nl_txt_html: ', 'calc_web_bg.wasm dropped': 'geen_netwerk_melding: ' };
// Most of them wait for seconds, so that several wait at a time.
suite('files that do not come', { concurrency: 5 }, () => {
  for (const [file, way, reasonOf] of Object.entries(FILES).flatMap(([file, of]) => Object.keys(WAYS).map((way) => [file, way, of]))) {
    const settings = { below: '/', wrong: (path) => (path === file ? WAYS[way] : undefined) };
    const reason = reasonOf(way);
    mirrorTest(`${CASES[`${file} ${way}`] ?? ''}${file}, ${way}: ${reason}`, settings, {}, async ({ page, base, problems }) => {
      await page.goto(base, { waitUntil: 'commit' });
      if (reason !== 'starts') {
        isOnly(await told(page, file === 'start.js' ? 'style' : 'script'), reason);
        settings.wrong = undefined;
        await page.getByRole('link', { name: 'Opnieuw' }).click({ noWaitAfter: true });
      }
      await ready(page);
      assert.ok(!await page.locator('#mislukt').isVisible());
      problems.length = 0;
    });
  }
});

const slow = { below: '/', wrong: undefined };
mirrorTest('what comes late is not lost: the message goes, and the page is there', slow, {}, async ({ page, base }) => {
  const late = [];
  slow.wrong = (path) => (path.endsWith('.wasm') ? (response, bytes) => late.push(() => response.end(bytes)) : undefined);
  await page.goto(base, { waitUntil: 'commit' });
  isOnly(await told(page), 'traag');
  late.forEach((send) => send());
  await ready(page);
  assert.ok(!await page.locator('#mislukt').isVisible());
});

mirrorTest('in English the message is English', { below: '/', wrong: (path) => (path === 'talen/en.txt' ? WAYS.html : undefined) }, {},
  async ({ page, base, problems }) => {
    await page.goto(`${base}?lang=en`);
    const seen = await told(page);
    assert.match(seen, /Your internet connection is gone[^]*\nTry again$/);
    assert.equal(await page.locator('#mislukt p').getAttribute('lang'), 'en');
    problems.length = 0;
  });

// A browser that lacks what the calculator needs is told so, not that the connection is bad.
const LACKING = {
  'no WebAssembly': () => { delete globalThis.WebAssembly; },
  'WebAssembly of years ago': () => { WebAssembly.validate = () => false; },
  'no Intl': () => { delete globalThis.Intl; },
  'an Intl without numbers': () => { delete Intl.NumberFormat; },
};
for (const [what, take] of Object.entries(LACKING)) {
  pageTest(`${what}: the browser is too old`, {}, async ({ page, context, seen }) => {
    await context.addInitScript(take);
    await page.goto(BASE_URL);
    isOnly(await told(page), 'browser');
    seen.problems.length = 0;
  });
}

pageTest('without JavaScript there is one message', { javaScriptEnabled: false }, async ({ page, seen }) => {
  await page.goto(BASE_URL);
  // Longer than the style waits before it tells that something is wrong.
  await new Promise((resolve) => { setTimeout(resolve, 7000); });
  assert.equal((await page.locator('body').innerText()).trim(), 'Deze rekenhulp werkt alleen met JavaScript. Zet het aan in uw browser.');
  // The browser notes that nobody wanted what it asked for ahead.
  seen.problems.splice(0, Infinity, ...seen.problems.filter((problem) => !problem.includes('preloaded')));
});

const half = { below: '/', wrong: (path) => (/uitleg|talen\/en/.test(path) ? WAYS.html : undefined) };
mirrorTest('without the words of explanations and other languages no key is shown: it is said', half, {}, async ({ page, base, problems }) => {
  await page.goto(`${base}?modus=coach`);
  await ready(page);
  await fillFirstFour(page);
  await page.locator('button[data-lijn="bijstand"][data-situatie="nu"]').click();
  // How an amount came about is the second module's, which is there.
  await page.locator('#uitleg-nu-bijstand .uitleg__zin').first().waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Deze taal is niet geladen').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'nl');
  // What stands around the answer, and the sheets, have their words there too.
  await page.getByText('De uitleg is niet geladen').first().waitFor();
  assert.equal(await page.getByRole('button', { name: /werkcoach/i }).count(), 0);
  const keys = /\b(pagina|regels|stappen|parameters|bijstandsnormen)\.[a-z_]+/;
  assert.doesNotMatch(await page.locator('body').evaluate((body) => body.textContent), keys);
  problems.length = 0;
});

// When the calculator stops

/** Lets the next calls into the calculator end as a panic does: `traps` is how many; or each call of the name `trapAt`. */
async function withTraps(context) {
  await context.addInitScript(() => {
    globalThis.traps = 0;
    const failing = (name, call) => (...given) => {
      if (globalThis.traps === 0 && globalThis.trapAt !== name) return call(...given);
      globalThis.traps = Math.max(0, globalThis.traps - 1);
      throw new WebAssembly.RuntimeError('unreachable');
    };
    for (const way of ['instantiateStreaming', 'instantiate']) {
      const real = WebAssembly[way].bind(WebAssembly);
      WebAssembly[way] = async (...given) => {
        const { module, instance } = await real(...given);
        const exports = Object.entries(instance.exports)
          .map(([name, it]) => [name, typeof it === 'function' ? failing(name, it) : it]);
        return { module, instance: { exports: Object.fromEntries(exports) } };
      };
    }
  });
}

const trapNext = (page, times = 1) => page.evaluate((count) => { globalThis.traps = count; }, times);

/** No amount is anywhere on the page, also not for programs or on paper; what is left of it cannot be typed in. */
async function noAmounts(page) {
  const left = await page.evaluate(() => [
    document.querySelectorAll('[data-bedrag], [data-lijn], svg text, .balk, :is(input, select, button):not([inert] *)').length,
    /€|\d[.,]\d\d/.test(document.body.textContent),
  ]);
  assert.deepEqual(left, [0, false]);
}

// oud_antwoord_na_fout. Chosen: no amounts, and a message with what to do, above what was filled in.
const ACTIONS = {
  'typing in a field': (page) => field(page, 'baan.uren_per_week').fill('12'),
  'choosing from a list': (page) => field(page, 'vraag.kinderen').selectOption('1'),
  'choosing one of a few': (page) => choose(page, 'vraag.spaargeld', 'nee'),
  'a button': (page) => page.locator('button[data-lijn="bijstand"][data-situatie="nu"]').click(),
  'another language': (page) => page.getByRole('button', { name: 'English' }).click(),
  'the way back': (page) => page.goBack(),
  'an answer that is read out': () => {},
};
for (const [what, act] of Object.entries(ACTIONS)) {
  pageTest(`oud_antwoord_na_fout: after a trap at ${what} no amount stays, and what was typed comes back`, {}, async ({ page, context, seen }) => {
    await withTraps(context);
    await open(page);
    await page.evaluate(() => history.pushState('1', ''));
    await fillFirstFour(page);
    const before = await amounts(page);
    assert.ok(before.nu.bijstand);
    if (what === 'an answer that is read out') await field(page, 'baan.uren_per_week').fill('20,0');
    await trapNext(page);
    // The page may be gone before the action is over: then it waits in vain.
    context.setDefaultTimeout(3_000);
    await Promise.resolve(act(page)).catch(() => {});
    context.setDefaultTimeout(10_000);
    isOnly(await told(page), 'gestopt');
    await noAmounts(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'mislukt');
    assert.equal(await field(page, 'huishouden.kale_huur').inputValue(), '655', 'it can still be read');
    const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
    assert.equal(stored, 0);
    await page.getByRole('link', { name: 'Opnieuw' }).click();
    await page.waitForFunction(() => globalThis.traps === 0 && document.documentElement?.hasAttribute('data-gereed'));
    assert.equal(await field(page, 'huishouden.kale_huur').inputValue(), '655');
    assert.equal((await amounts(page)).nu.bijstand, before.nu.bijstand);
    seen.problems.length = 0;
  });
}

pageTest('after a trap nothing that still runs brings amounts back', {}, async ({ page, context, seen }) => {
  await withTraps(context);
  await open(page);
  await fillFirstFour(page);
  await trapNext(page, 3);
  // The page may be gone before anything was typed.
  await field(page, 'baan.uren_per_week').fill('12', { timeout: 2000 }).catch(() => {});
  await page.locator('#mislukt').waitFor();
  // Timers, the address, the window: all of them call the calculator.
  await page.evaluate(() => { location.hash = '#s=e30'; dispatchEvent(new Event('afterprint')); });
  await new Promise((resolve) => { setTimeout(resolve, 1500); });
  isOnly(await told(page), 'gestopt');
  await noAmounts(page);
  seen.problems.length = 0;
});

pageTest('a trap that a host page catches takes the amounts away as well, and has a list', {}, async ({ page, context, seen }) => {
  await withTraps(context);
  await open(page);
  await fillFirstFour(page);
  const lists = await page.evaluate(() => {
    const call = () => {
      try {
        return globalThis.rekenhulp.month({});
      } catch ({ message, problems }) {
        return { message, problems };
      }
    };
    globalThis.traps = 1;
    return [call(), call()];
  });
  for (const { message, problems } of lists) {
    assert.match(message, ABOUT.gestopt);
    assert.deepEqual(problems, []);
  }
  isOnly(await told(page), 'gestopt');
  await noAmounts(page);
  seen.problems.length = 0;
});

pageTest('a calculator that stops at its first sight of a link begins again without it', {}, async ({ page, context, seen }) => {
  await withTraps(context);
  await context.addInitScript(() => { if (location.hash) globalThis.trapAt = 'begin'; });
  await page.goto(`${BASE_URL}#s=e30`);
  isOnly(await told(page), 'gestopt');
  await page.getByRole('link', { name: 'Opnieuw' }).click();
  await ready(page);
  assert.equal(new URL(page.url()).hash, '');
  seen.problems.length = 0;
});

pageTest('an error of somebody else leaves the page as it is', {}, async ({ page, seen }) => {
  await open(page);
  await fillFirstFour(page);
  await page.evaluate(() => {
    setTimeout(() => { throw new TypeError('of an extension'); });
    Promise.reject(new Error('of an extension'));
    setTimeout(() => { globalThis.rekenhulp.month({}); });
  });
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  assert.ok((await amounts(page)).nu.bijstand);
  assert.ok(!await page.locator('#mislukt').isVisible());
  assert.equal(seen.problems.length, 3, String(seen.problems));
  seen.problems.length = 0;
});

// kopieren_http. A page that came without https has no clipboard, or one that cannot write, or may not.
const CLIPBOARDS = {
  'no clipboard': () => { delete Navigator.prototype.clipboard; },
  'a clipboard that cannot write': () => { Object.defineProperty(Navigator.prototype, 'clipboard', { value: {} }); },
  'a clipboard that throws': () => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: { writeText() { throw new TypeError('no'); } } });
  },
  'a clipboard that may not be written to': () => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
  },
};
for (const [what, take] of Object.entries(CLIPBOARDS)) {
  pageTest(`kopieren_http: ${what} is told in words`, {}, async ({ page, context }) => {
    await context.addInitScript(take);
    await open(page);
    await fillFirstFour(page);
    await page.getByRole('button', { name: 'link of QR-code' }).click();
    await page.getByRole('button', { name: 'Kopieer de link' }).click();
    await page.locator('.link-delen').getByText('Kopiëren lukt niet').waitFor();
  });
}
