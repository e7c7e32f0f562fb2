// After every action of a test the page is drawn to its end before anything is read. Yew draws in slices of 16 ms and
// begins each further one by `setTimeout(…, 0)`: on a busy machine a test saw the page between two slices. What takes longer
// than the rest of the answer (the hours line) is not waited for: a test that reads it does so itself.

const ACTIONS = [
  'blur', 'check', 'clear', 'click', 'dblclick', 'fill', 'focus', 'press', 'pressSequentially', 'selectOption',
  'setChecked', 'setInputFiles', 'tap', 'uncheck',
];
const KEYS = ['press', 'type', 'insertText', 'up'];
const MOUSE = ['click', 'down', 'move', 'up'];
const WAYS = ['goBack', 'goForward'];

/** Counts in the page what is still to be drawn. */
function count() {
  const real = globalThis.setTimeout;
  globalThis.toDraw = 0;
  globalThis.setTimeout = (then, wait, ...given) => {
    if (wait !== 0) return real(then, wait, ...given);
    globalThis.toDraw += 1;
    return real(() => {
      globalThis.toDraw -= 1;
      then(...given);
    }, 0);
  };
}

/** A clock of its own for every page of this context. What it still has to draw is counted too. */
export async function ownClock(context) {
  await context.clock.install();
  // After the clock: it takes the timers that are counted away.
  await context.addInitScript(count);
}

const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Waits until nothing is left to draw; not for a page that is gone or stands still. */
export async function drawn(page) {
  for (let tries = 0; tries < 50; tries += 1) {
    const left = page.evaluate(() => globalThis.toDraw ?? 0).catch(() => 0);
    if (!(await Promise.race([left, wait(2_000)]))) return;
    await wait(10);
  }
}

function drawnAfter(of, names, pageOf) {
  for (const name of names) {
    const real = of[name];
    of[name] = async function andDrawn(...given) {
      const result = await real.apply(this, given);
      await drawn(pageOf(this));
      return result;
    };
  }
}

let areLocatorsChanged = false;

/** Lets the actions of this context, on every page of it, end when the page is drawn. */
export async function waitUntilDrawn(context) {
  await context.addInitScript(count);
  context.on('page', (page) => {
    drawnAfter(page.keyboard, KEYS, () => page);
    drawnAfter(page.mouse, MOUSE, () => page);
    drawnAfter(page, WAYS, () => page);
    if (areLocatorsChanged) return;
    areLocatorsChanged = true;
    drawnAfter(Object.getPrototypeOf(page.locator('html')), ACTIONS, (locator) => locator.page());
  });
}
