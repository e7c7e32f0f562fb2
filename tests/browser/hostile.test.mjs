// What somebody may try to do to the page from outside: by a message, by a name in a link, by the keys of an object.
import assert from 'node:assert/strict';
import { accessibilityProblems, BASE_URL, open, pageTest } from './harness.mjs';
import { amounts, FIRST_FOUR, fragment } from './household.mjs';

const NAMES = [
  '<img src=x onerror="globalThis.kwaad=1">', '<script>globalThis.kwaad=1</script>', '"><svg onload=globalThis.kwaad=1>',
  "'-globalThis.kwaad-'", '{{7*7}}', '&lt;b&gt;', '</textarea><iframe srcdoc="x">', '\u202Eomgekeerd',
];
const answers = [['huishouden.geboren.maand', '3'], ['huishouden.geboren.jaar', '1994'], ['vraag.kinderen', '0'], ['huishouden.kale_huur', '655'], ['baan.uren_per_week', '20'], ['baan.uurloon', '16']];
const named = (names) => {
  const gevallen = names.map((naam) => ({ naam, antwoorden: answers }));
  return `#f=${Buffer.from(JSON.stringify({ rekenhulp: 1, actief: 0, gevallen })).toString('base64url')}`;
};

pageTest('a name of a scenario is words, never a piece of page', {}, async ({ page }) => {
  for (const names of [NAMES.slice(0, 4), NAMES.slice(4)]) {
    await page.goto('about:blank');
    await open(page, `?modus=coach${named(names)}`);
    await page.waitForFunction((name) => [...document.querySelectorAll('input')].some(({ value }) => value === name), names[0]);
    const seen = await page.evaluate(() => ({
      kwaad: globalThis.kwaad,
      foreign: document.querySelectorAll('#app :is(img, script, iframe, object, embed), #app [onerror], #app [onload]').length,
      words: [...document.querySelectorAll('input')].map(({ value }) => value).join() + document.querySelector('#app').textContent,
    }));
    assert.equal(seen.kwaad, undefined);
    assert.equal(seen.foreign, 0);
    names.forEach((name) => assert.ok(seen.words.includes(name), `${name} is shown as it was written`));
  }
});

pageTest('10,000 messages of others change nothing and do not keep the page busy', {}, async ({ page }) => {
  await page.goto(`${BASE_URL}?lang=nl${fragment(FIRST_FOUR)}`);
  await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
  const before = await amounts(page);
  // The page inside a frame hears messages; on its own it must not mind them either.
  const slowest = await page.evaluate(async () => {
    const inner = document.createElement('iframe');
    inner.src = location.pathname;
    const foreign = document.body.appendChild(document.createElement('iframe'));
    document.body.append(inner);
    await new Promise((resolve) => {
      const look = setInterval(() => {
        if (!inner.contentDocument?.documentElement?.hasAttribute('data-gereed')) return;
        clearInterval(look);
        resolve();
      }, 50);
    });
    const deep = {};
    let at = deep;
    for (let depth = 0; depth < 500; depth += 1) at = at.a = {};
    const circle = {};
    circle.self = circle;
    const data = [
      null, undefined, 0, -1, NaN, '', 'x'.repeat(1e4), [], {}, deep, circle, new ArrayBuffer(1e4), new Date(NaN), /x/g, new Map([[1, 2]]),
      { rekenhulp: 1 }, { rekenhulp: 1, height: -5 }, { rekenhulp: 1, height: 1e9 }, { rekenhulp: '1' }, { rekenhulp: 2 },
      JSON.parse('{"__proto__":{"rekenhulp":1},"constructor":{"prototype":{"height":7}}}'), { rekenhulp: 1, height: { valueOf: 1 } },
    ];
    let worst = 0;
    for (let nth = 0; nth < 10_000; nth += 1) {
      const target = nth % 2 === 0 ? globalThis : inner.contentWindow;
      target.postMessage(data[nth % data.length], '*');
      // A turn of the event loop, in which they are heard: how long it takes is how long she would wait.
      if (nth % 100 === 99) {
        const start = performance.now();
        await new Promise((resolve) => { setTimeout(resolve); });
        worst = Math.max(worst, performance.now() - start);
      }
    }
    const polluted = [{}.rekenhulp, {}.height, inner.contentWindow.Object.prototype.rekenhulp];
    foreign.remove();
    inner.remove();
    return { worst, polluted };
  });
  assert.deepEqual(slowest.polluted.filter((it) => it !== undefined), []);
  // A hundred of them at once, on a machine that does other things too: each is far below the 100 ms that is felt.
  assert.ok(slowest.worst < 2000, `${slowest.worst} ms for a hundred`);
  assert.deepEqual(await amounts(page), before);
});

pageTest('keys that reach for the prototype are refused by their name, and reach nothing', {}, async ({ page }) => {
  await open(page);
  for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
    const text = JSON.stringify(FIRST_FOUR).replace('{', `{${JSON.stringify(key)}:{"vervuild":1},`);
    const { problems } = await page.evaluate((json) => {
      try {
        globalThis.rekenhulp.month(JSON.parse(json));
        return {};
      } catch (error) {
        return { problems: error.problems };
      }
    }, text);
    assert.deepEqual(problems.map(({ pad }) => pad), [key]);
    await page.goto('about:blank');
    await open(page, `#s=${Buffer.from(text).toString('base64url')}`);
    await page.locator('[data-melding="link"]').waitFor();
    assert.deepEqual(await page.locator('[data-bedrag]').count(), 0, 'nothing is answered');
    assert.equal(await page.evaluate(() => ({}).vervuild), undefined);
  }
  assert.deepEqual(await accessibilityProblems(page), []);
});
