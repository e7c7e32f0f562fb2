// `window.rekenhulp`: the same answers as the command line, and errors that list what is refused.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { open, pageTest } from './harness.mjs';
import { ask, FIRST_FOUR, household, householdFile, HOUSEHOLDS, ROOT } from './household.mjs';

/** What the command line answers; an error when it refuses. */
function calc(...args) {
  const cargo = ['run', '--quiet', '--package', 'calc-cli', '--bin', 'calc', '--', ...args, '--format', 'json'];
  const out = execFileSync(process.env.CARGO ?? 'cargo', cargo, { cwd: fileURLToPath(ROOT), stdio: 'pipe' });
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

pageTest('options that are no numbers are refused', {}, async ({ page }) => {
  await open(page);
  const { problems } = await ask(page, 'hours', FIRST_FOUR, { from: 'x', to: -1, step: '1e2' });
  assert.deepEqual(problems.map(({ pad }) => pad), ['from', 'to', 'step']);
  const outside = await ask(page, 'hours', FIRST_FOUR, { to: 61 });
  assert.deepEqual(outside.problems.map(({ pad }) => pad), ['to']);
});

pageTest('the calendar is not there yet, and says so', {}, async ({ page }) => {
  await open(page);
  const { message, problems } = await ask(page, 'calendar', FIRST_FOUR);
  assert.match(message, /kalender/i);
  assert.deepEqual(problems, []);
});
