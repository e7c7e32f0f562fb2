// What other programs take: the schema, the npm package with its types, and the conformance set with both its programs.
//
// `cargo xtask test` writes all of it and tells where: LIBRARY; CALC is the command line.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const { LIBRARY, CALC } = process.env;
const SET = join(LIBRARY, 'conformance');
const PACKAGE = join(LIBRARY, 'npm');
const load = async () => (await import(pathToFileURL(join(PACKAGE, 'node.js')))).load();

const groups = readdirSync(SET).filter((file) => file.endsWith('.jsonl'));
const cases = (file) => readFileSync(join(SET, file), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

test('the schema takes every situation of the fixtures and refuses every one that is wrong in a field', () => {
  const ajv = new Ajv.default({ allErrors: false, strict: true, keywords: ['x-most'] });
  addFormats.default(ajv);
  const takes = ajv.compile(JSON.parse(readFileSync(join(LIBRARY, 'schema', 'situatie.schema.json'), 'utf8')));
  assert.deepEqual(groups, ['calendar.jsonl', 'debts.jsonl', 'hours.jsonl', 'month.jsonl', 'refused.jsonl', 'week.jsonl']);
  let [taken, refused] = [0, 0];
  for (const file of groups) {
    for (const { naam, situatie, problemen } of cases(file)) {
      assert.equal(takes(situatie), problemen === undefined, `${file}: ${naam} ${JSON.stringify(takes.errors?.[0])}`);
      if (problemen) refused += 1;
      else taken += 1;
    }
  }
  assert.ok(taken > 150 && refused > 500, `${taken} taken, ${refused} refused`);
});

/** A copy of the set in which one amount of one answer is another. */
function withOneOther(body) {
  const folder = mkdtempSync(join(tmpdir(), 'rekenhulp-set-'));
  try {
    cpSync(SET, folder, { recursive: true });
    groups.filter((file) => file !== 'month.jsonl').forEach((file) => rmSync(join(folder, file)));
    const [first] = cases('month.jsonl');
    first.uitkomst.verschil.besteedbaar = '0.01';
    writeFileSync(join(folder, 'month.jsonl'), `${JSON.stringify(first)}\n`);
    body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const [program, script, asked] of [['node', 'run.mjs', join(PACKAGE, 'node.js')], ['python3', 'run.py', CALC]]) {
  const left = spawnSync(program, ['--version']).status === 0 ? false : `${program} is not here`;
  test(`${script}: the set is what ${program === 'node' ? 'the npm package' : 'the command line'} answers, and another answer is told`, { skip: left }, () => {
    const run = (folder) => spawnSync(program, [join(folder, script), asked], { encoding: 'utf8', maxBuffer: 1e8 });
    const { status, stdout, stderr } = run(SET);
    assert.equal(status, 0, stdout + stderr);
    const total = groups.reduce((sum, file) => sum + cases(file).length, 0);
    assert.ok(stdout.endsWith(`${total} the same, 0 different\n`), stdout);
    withOneOther((folder) => {
      const other = run(folder);
      assert.equal(other.status, 1);
      assert.match(other.stdout, /verschil\.besteedbaar: .* instead of .0\.01.\n0 the same, 1 different\n$/);
    });
  });
}

test('the package leaves nothing on the global object, and tells every problem', async () => {
  globalThis.rekenhulp = 'van een ander';
  const rekenhulp = await load();
  assert.equal(globalThis.rekenhulp, 'van een ander');
  assert.equal(await load(), rekenhulp);
  assert.throws(() => rekenhulp.month({ baan: 1 }), ({ message, problems }) => {
    assert.deepEqual(problems.map(({ pad }) => pad), ['peildatum', 'huishouden', 'baan']);
    assert.ok(problems.every(({ code, reden, toegestaan }) => code && reden && toegestaan));
    return message.includes('peildatum');
  });
});

test('the example of the README is right', async () => {
  const [, code] = /```js\n([^]*?)```/.exec(readFileSync(join(PACKAGE, 'README.md'), 'utf8'));
  const file = join(PACKAGE, 'example.mjs');
  writeFileSync(file, code);
  try {
    assert.match(execFileSync('node', [file], { encoding: 'utf8' }), /^-?\d+\.\d\d\n$/);
  } finally {
    rmSync(file);
  }
});

/** Each of these is wrong. */
const WRONG = [
  'r.month({ huishouden: {}, baan: {} });',
  'r.month(all[0]!).verschil.niets;',
  "r.hours(all[0]!, { over: 'een jaar' });",
  "const s: Situatie['iack'] = 'soms';",
];

test('the types fit the situations and answers of the set, and no others', () => {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const folder = mkdtempSync(join(PACKAGE, 'types-'));
  const situations = groups.filter((file) => file !== 'refused.jsonl').flatMap(cases).map(({ situatie }) => situatie);
  try {
    const code = `import { load, type Geweigerd, type Maand, type Situatie } from 'rekenhulp';
      const r = await load();
      const all: Situatie[] = ${JSON.stringify(situations)};
      const m: Maand = r.month(all[0]!);
      const t: string = m.verschil.besteedbaar;
      const p: string = r.hours(all[0]!).punten[0]!.besteedbaar;
      const q: string = r.hours(all[0]!, { over: '12_maanden' }).punten[0]!.twaalf_maanden;
      const c: string = r.calendar(all[0]!).maanden[0]!.eind;
      try { r.week(all[0]!); } catch (e) { const w: string[] = (e as Geweigerd).problems.map(({ pad }) => pad); }
      ${WRONG.map((line) => `// @ts-expect-error\n${line}`).join('\n')}`;
    writeFileSync(join(folder, 'use.ts'), code);
    const { status, stdout } = spawnSync('node', [compiler, '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', join(folder, 'use.ts')], { encoding: 'utf8' });
    assert.equal(status, 0, stdout.slice(0, 3000));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
