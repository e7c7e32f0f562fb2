// `window.rekenhulp`: the same answers as the command line, and errors that list what is refused.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { open, pageTest } from './harness.mjs';
import { ask, FIRST_FOUR, household, householdFile, HOUSEHOLDS, ROOT } from './household.mjs';

let built;

/** The command line, built once, as a test of its own has it built: then nothing is compiled that other tests have. */
function program() {
  const cargo = ['test', '--quiet', '--workspace', '--no-run', '--test', 'all', '--message-format', 'json'];
  const run = () => execFileSync(process.env.CARGO ?? 'cargo', cargo, { cwd: fileURLToPath(ROOT), encoding: 'utf8' });
  built ??= run().split('\n').filter(Boolean).map((line) => JSON.parse(line))
    .find(({ executable, target }) => executable && target.name === 'calc').executable;
  return built;
}

/** What the command line answers; an error when it refuses. */
function calc(...args) {
  const out = execFileSync(program(), [...args, '--format', 'json'], { cwd: fileURLToPath(ROOT), stdio: 'pipe' });
  return JSON.parse(out);
}

pageTest('month and hours answer as the command line does', {}, async ({ page }) => {
  await open(page);
  for (const name of HOUSEHOLDS) {
    const file = fileURLToPath(householdFile(name));
    const { result, problems } = await ask(page, 'month', household(name));
    if (problems) {
      assert.throws(() => calc('month', file), { status: 2 }, name);
      continue;
    }
    assert.deepEqual(result, calc('month', file), name);
  }
  const file = fileURLToPath(householdFile('first-job.json'));
  const { result } = await ask(page, 'hours', household('first-job.json'), { from: 8, to: '24', step: '0.5' });
  assert.deepEqual(result, calc('hours', file, '--from', '8', '--to', '24', '--step', '0.5'));
});

pageTest('what is refused is listed, all at once', {}, async ({ page }) => {
  await open(page);
  const situatie = structuredClone(FIRST_FOUR);
  situatie.baan.uren_per_week = '1e9';
  situatie.baan.maandloon = '1500';
  situatie.huishouden.geboren = '2026-02-30';
  situatie.huishouden.vermogen = Number.NaN;
  situatie.extra = 1;
  const { message, problems } = await ask(page, 'month', situatie);
  const paths = problems.map(({ pad }) => pad);
  for (const path of ['baan.uren_per_week', 'baan.uurloon', 'huishouden.geboren', 'huishouden.vermogen', 'extra']) {
    assert.ok(paths.includes(path), `${path} in ${paths}`);
  }
  assert.ok(problems.every(({ reden, toegestaan }) => reden && toegestaan));
  assert.match(message, /baan\.uren_per_week/);
});

pageTest('anything that is no situation is refused', {}, async ({ page }) => {
  await open(page);
  for (const nothing of [undefined, null, 12, 'tekst', [], {}]) {
    const { problems } = await ask(page, 'month', nothing);
    assert.ok(problems?.length > 0, String(nothing));
  }
});

// api_bigint, and whatever else has no JSON: every error has a list that says what is wrong.
pageTest('api_bigint: what cannot be read is refused with a list', {}, async ({ page }) => {
  await open(page);
  const errors = await page.evaluate(() => {
    const circle = {};
    circle.self = circle;
    const thrower = () => { throw null; };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    let deep = [];
    for (let depth = 0; depth < 200_000; depth += 1) deep = [deep];
    const unreadable = {
      bigint: { baan: 1n },
      circle,
      getter: { get baan() { return thrower(); } },
      toJSON: { toJSON: thrower },
      proxy,
      deep,
      nothing: undefined,
      none: null,
      symbol: Symbol('x'),
      call: () => {},
    };
    const { rekenhulp } = globalThis;
    const calls = Object.entries(unreadable).flatMap(([name, value]) => [
      [`month ${name}`, () => rekenhulp.month(value)],
      [`hours ${name}`, () => rekenhulp.hours(value)],
      [`hours with options ${name}`, () => rekenhulp.hours({}, { from: value })],
    ]);
    calls.push(['options getter', () => rekenhulp.hours({}, { get from() { return thrower(); } })]);
    calls.push(['options proxy', () => rekenhulp.hours({}, proxy)]);
    calls.push(['no arguments', () => rekenhulp.month()]);
    return calls.map(([name, call]) => {
      try {
        call();
        return [name, 'no error'];
      } catch (error) {
        return [name, error instanceof Error && Array.isArray(error.problems) ? error.problems : String(error)];
      }
    });
  });
  assert.equal(errors.length, 33);
  for (const [name, problems] of errors) {
    assert.ok(Array.isArray(problems) && problems.length > 0, `${name}: ${problems}`);
    assert.ok(problems.every(({ pad, reden, toegestaan }) => pad && reden && toegestaan), name);
  }
  const [, [first]] = errors.find(([name]) => name === 'month bigint');
  assert.equal(first.pad, 'situatie');
});

pageTest('options that are no numbers are refused', {}, async ({ page }) => {
  await open(page);
  const { problems } = await ask(page, 'hours', FIRST_FOUR, { from: 'x', to: -1, step: '1e2' });
  assert.deepEqual(problems.map(({ pad }) => pad), ['from', 'to', 'step']);
  const outside = await ask(page, 'hours', FIRST_FOUR, { to: 61 });
  assert.deepEqual(outside.problems.map(({ pad }) => pad), ['to']);
});

/** Waits until the second module is there: until then the calendar is refused without a list. */
const whole = (page) => page.waitForFunction(() => {
  try {
    return globalThis.rekenhulp.calendar({});
  } catch ({ problems }) {
    return problems.length > 0;
  }
});

/** The cases of a folder of fixtures: name, path and what stands in it. */
function cases(folder) {
  const place = fileURLToPath(new URL(`fixtures/${folder}/`, ROOT));
  const names = readdirSync(place).filter((name) => name.endsWith('.json'));
  assert.ok(names.length > 0, folder);
  return names.map((name) => [name, place + name, JSON.parse(readFileSync(place + name, 'utf8'))]);
}

/** The page and the command line answer the same, or both refuse. */
async function same(page, command, [name, file, situatie], options = [], flags = []) {
  const { result, problems } = await ask(page, command, situatie, ...options);
  if (!problems) return assert.deepEqual(result, calc(command, file, ...flags), `${command} ${name}`);
  assert.ok(problems.length > 0, `${command} ${name}: refused with a list`);
  assert.throws(() => calc(command, file, ...flags), { status: 2 }, name);
}

pageTest('calendar, week, debts and the hours over twelve months answer as the command line does', {}, async ({ page }) => {
  await open(page);
  await whole(page);
  for (const it of cases('calendars')) await same(page, 'calendar', it);
  for (const it of cases('weeks')) {
    await same(page, 'week', it);
    await same(page, 'month', it);
  }
  const bailiff = cases('worked').find(([name]) => name === 'mother-with-a-bailiff.json');
  const { result } = await ask(page, 'month', bailiff[2]);
  assert.equal(result.schulden.maand.met_baan.naar_schuldeisers, '287.43');
  await same(page, 'month', bailiff);
  await same(page, 'hours', bailiff);
  const over = [{ from: 8, to: 24, step: 4, over: '12_maanden' }];
  await same(page, 'hours', bailiff, over, ['--from', '8', '--to', '24', '--step', '4', '--over', '12_maanden']);
  const steady = [{ from: 8, to: 24, step: 4, over: 'vaste_maand' }];
  await same(page, 'hours', bailiff, steady, ['--from', '8', '--to', '24', '--step', '4']);
});

pageTest('what is refused is refused in the language of the page', {}, async ({ page }) => {
  await open(page, '?lang=en');
  await whole(page);
  const { problems } = await ask(page, 'hours', FIRST_FOUR, { to: 'x', over: 'maand' });
  assert.deepEqual(problems.map(({ pad, toegestaan }) => [pad, toegestaan]), [
    ['to', 'a number with at most two digits after the point'],
    ['over', 'vaste_maand or 12_maanden'],
  ]);
  const without = await ask(page, 'week', FIRST_FOUR);
  assert.deepEqual(without.problems.map(({ pad }) => pad), ['weekplan']);
});

pageTest('without the second module the month answers, and the rest says that it comes', {}, async ({ page, seen }) => {
  await page.route('**/rekenhulp_bg.wasm', (route) => route.abort());
  await open(page);
  const { result } = await ask(page, 'month', FIRST_FOUR);
  assert.equal(result.nu.bijstand, '1348.49');
  for (const [command, ...options] of [['calendar'], ['week'], ['hours', { over: '12_maanden' }]]) {
    const { message, problems } = await ask(page, command, FIRST_FOUR, ...options);
    assert.match(message, /Dit komt zo/, command);
    assert.deepEqual(problems, [], command);
  }
  seen.problems.splice(0, Infinity, ...seen.problems.filter((problem) => !problem.includes('ERR_FAILED')));
});
