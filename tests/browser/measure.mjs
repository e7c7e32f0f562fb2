// Measures the page as it is shipped and prints the figures of docs/performance.md. It is no test: nothing fails.
//
//   cargo xtask measure [size] [load] [input] [engine] [profile]
//
// or, on a page that is being served: BASE_URL=http://127.0.0.1:8080/ node tests/browser/measure.mjs load
//
// Without a word it does all but the profile. CPU x4 is Chromium's own throttling; slow 4G is 1.6 Mbit/s down,
// 0.75 up, 150 ms. A load is from the start of the navigation to `data-gereed`. An input is from its event (the time
// stamp that the browser gives it) to the frame after the DOM has changed: a frame is asked for in the event, and a
// message posted in that frame is handled once the frame's style and layout are done.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { BASE_URL, launch } from './chromium.mjs';

const browser = await launch();

const SITUATIE = JSON.parse(
  readFileSync(new URL('../../fixtures/households/first-job.json', import.meta.url), 'utf8'),
);
const FRAGMENT = `#s=${Buffer.from(JSON.stringify(SITUATIE)).toString('base64url')}`;
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'nl-NL' };
const SLOW_4G = {
  offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8,
};
const LOADS = 9;
const INPUTS = 40;
const asked = process.argv.slice(2);
const wanted = (part) => (asked.length === 0 ? part !== 'profile' : asked.includes(part));

const sorted = (times) => [...times].sort((one, other) => one - other);
const at = (times, share) => sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))];
const ms = (time) => time.toFixed(time < 20 ? 1 : 0);
const print = (what, ...figures) => console.log(what.padEnd(56), ...figures);

function printTimes(what, times) {
  print(what, `median ${ms(at(times, 0.5))}, least ${ms(at(times, 0))}, most ${ms(at(times, 1))} ms (${times.length})`);
}

/** A page that notes when it is ready, in a context of its own. */
async function opened({ cpu = 1, network, worker = true } = {}) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.addInitScript((hasWorker) => {
    if (!hasWorker) delete Navigator.prototype.serviceWorker;
    new MutationObserver((_, observer) => {
      if (!document.documentElement?.hasAttribute('data-gereed')) return;
      globalThis.ready = performance.now();
      observer.disconnect();
    }).observe(document, { attributes: true, subtree: true });
  }, worker);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (network) {
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', network);
  }
  return { context, page, devtools };
}

async function load(page, fragment = '') {
  await page.goto('about:blank');
  await page.goto(BASE_URL + fragment);
  await page.waitForFunction(() => globalThis.ready);
  return page.evaluate(() => ({
    ready: globalThis.ready,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }));
}

async function sizes() {
  const page = await (await fetch(BASE_URL)).text();
  const [, folder] = /href="([^"]*\/)?style\.css"/.exec(page);
  let total = 0;
  const names = ['calc_web.js', 'calc_web_bg.wasm', 'style.css', 'talen/nl.txt'];
  for (const name of ['', 'start.js', ...names.map((it) => `${folder ?? ''}${it}`)]) {
    const bytes = Buffer.from(await (await fetch(BASE_URL + name)).arrayBuffer());
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const sent = brotliCompressSync(bytes, { params }).length;
    total += sent;
    print(name || 'index.html', `${bytes.length} bytes, ${sent} brotli`);
  }
  print('all for the first answer', `${total} brotli`);
}

async function loads() {
  for (const [what, cpu] of [['unthrottled', 1], ['CPU x4', 4]]) {
    for (const worker of [false, true]) {
      const { context, page } = await opened({ cpu, worker });
      await load(page);
      if (worker) {
        await page.waitForFunction(() => document.documentElement.hasAttribute('data-bewaard'), null, { timeout: 5000 })
          .catch(() => print('(this build has no worker)'));
      }
      const [ready, paint] = [[], []];
      for (let count = 0; count < LOADS; count += 1) {
        const times = await load(page);
        ready.push(times.ready);
        paint.push(times.paint);
      }
      const kept = worker ? 'kept by the worker' : 'browser cache';
      printTimes(`data-gereed, ${what}, warm (${kept})`, ready);
      printTimes(`first paint, ${what}, warm (${kept})`, paint);
      await context.close();
    }
  }
  for (const [what, cpu] of [['slow 4G', 1], ['slow 4G and CPU x4', 4]]) {
    const [ready, paint] = [[], []];
    for (let count = 0; count < 5; count += 1) {
      const { context, page } = await opened({ cpu, network: SLOW_4G });
      const times = await load(page);
      ready.push(times.ready);
      paint.push(times.paint);
      await context.close();
    }
    printTimes(`data-gereed, ${what}, nothing cached`, ready);
    printTimes(`first paint, ${what}, nothing cached`, paint);
  }
}

/** Types the values one after the other and times each. */
function typed(page, path, values) {
  return page.evaluate(async ([name, all]) => {
    const field = document.querySelector(`[data-veld="${name}"]`);
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const afterFrame = () => new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage('');
      });
    });
    const answers = () => document.querySelector('.lijn__lijn')?.getAttribute('points')
      + [...document.querySelectorAll('[data-lijn]')].map((it) => it.dataset.bedrag).join();
    const found = [];
    for (const value of all) {
      const before = answers();
      write.call(field, value);
      const event = new InputEvent('input', { bubbles: true });
      field.dispatchEvent(event);
      let end = await afterFrame();
      // The page may spread its work over frames: the time is that of the frame in which the last change stands.
      let changed = answers() !== before;
      for (let frame = 0; frame < 10; frame += 1) {
        const seen = answers();
        const later = await afterFrame();
        if (answers() !== seen || !changed) {
          end = later;
          changed = changed || answers() !== before;
        } else {
          break;
        }
      }
      if (changed) found.push(end - event.timeStamp);
      await new Promise((resolve) => { setTimeout(resolve, 60); });
    }
    return found;
  }, [path, values]);
}

async function inputs() {
  for (const [what, cpu] of [['unthrottled', 1], ['CPU x4', 4]]) {
    const { context, page } = await opened({ cpu, worker: false });
    await load(page, FRAGMENT);
    const fields = {
      'baan.uren_per_week': (count) => String(8 + (count % 28)),
      'baan.uurloon': (count) => `${15 + (count % 9)},${10 + (count % 80)}`,
    };
    for (const [path, value] of Object.entries(fields)) {
      const values = Array.from({ length: INPUTS + 5 }, (_, count) => value(count));
      const times = (await typed(page, path, values)).slice(-INPUTS);
      const figures = `median ${ms(at(times, 0.5))}, p95 ${ms(at(times, 0.95))}, worst ${ms(at(times, 1))} ms`;
      print(`${path} to answer and line, ${what}`, figures, `(${times.length})`);
    }
    await context.close();
  }
}

async function engine() {
  for (const [what, cpu] of [['unthrottled', 1], ['CPU x4', 4]]) {
    const { context, page } = await opened({ cpu, worker: false });
    await load(page);
    const times = await page.evaluate((situatie) => {
      const time = (work, count) => {
        work();
        const start = performance.now();
        for (let done = 0; done < count; done += 1) work();
        return (performance.now() - start) / count;
      };
      const { hours, month } = globalThis.rekenhulp;
      return [time(() => hours(situatie, {}), 30), time(() => month(situatie), 100)];
    }, SITUATIE);
    print(`rekenhulp.hours (41 points) and .month, ${what}`, times.map((it) => `${ms(it)} ms`).join(', '));
    await context.close();
  }
}

/** Where the time goes: the share of each function, of a load and of inputs, by the profiler of the browser. */
async function profile() {
  const { context, page, devtools } = await opened({ worker: false });
  await load(page, FRAGMENT);
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.setSamplingInterval', { interval: 200 });
  const sample = async (what, work) => {
    await devtools.send('Profiler.start');
    await work();
    const { profile: { nodes, samples, timeDeltas } } = await devtools.send('Profiler.stop');
    const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName || '(anonymous)']));
    const own = new Map();
    samples.forEach((id, index) => {
      own.set(names.get(id), (own.get(names.get(id)) ?? 0) + timeDeltas[index] / 1000);
    });
    console.log(`\n${what}`);
    const most = [...own].filter(([name]) => name !== '(idle)').sort(([, one], [, other]) => other - one);
    most.slice(0, 25).forEach(([name, time]) => print(`  ${name}`, `${ms(time)} ms`));
  };
  const steps = async (what, work) => {
    await devtools.send('Performance.enable');
    const read = async () => Object.fromEntries(
      (await devtools.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
    const before = await read();
    await work();
    const after = await read();
    const names = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration', 'TaskDuration', 'LayoutCount', 'RecalcStyleCount'];
    console.log(`\n${what}:`, names.map((name) => {
      const grown = after[name] - before[name];
      return `${name} ${name.endsWith('Count') ? grown : `${ms(grown * 1000)} ms`}`;
    }).join(', '));
  };
  const type = (path) => typed(page, path, Array.from({ length: 20 }, (_, count) => String(8 + count)));
  await steps('20 inputs of hours', () => type('baan.uren_per_week'));
  await sample('20 inputs of hours, own time', () => type('baan.uren_per_week'));
  await sample('a load, own time', () => load(page, FRAGMENT));
  await context.close();
}

const parts = { size: sizes, load: loads, input: inputs, engine, profile };
for (const [name, part] of Object.entries(parts)) {
  if (wanted(name)) await part();
}
await browser.close();
