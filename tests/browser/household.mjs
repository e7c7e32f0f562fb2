// What the tests of the page share: a household filled in by hand, one in a link, amounts read back.
import { readFileSync, readdirSync } from 'node:fs';
import { BASE_URL, open } from './harness.mjs';

/** The folder of the repository. */
export const ROOT = new URL('../../', import.meta.url);

const FOLDER = new URL('fixtures/households/', ROOT);

/** The names of the whole households in `fixtures/`. */
export const HOUSEHOLDS = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

/** A whole household of `fixtures/`. */
export const household = (name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

/** The file of a whole household. */
export const householdFile = (name) => new URL(name, FOLDER);

/** The fragment that carries a case. */
export const fragment = (situatie) =>
  `#s=${Buffer.from(JSON.stringify(situatie)).toString('base64url')}`;

/** Opens the page with a case in its address. */
export const openCase = (page, situatie, query = '') => open(page, `${query}${fragment(situatie)}`);

/** Shows what is behind every door at once, as a wide screen does: a phone shows one part at a time. */
export const everyDoor = (page) => page.evaluate(() => {
  document.querySelectorAll('.deur-delen, .deur-deel').forEach((part) => { part.style.display = 'grid'; });
});

/** A field by the path of the contract, or by the question that only the page asks. */
export const field = (page, path) =>
  page.locator(path.startsWith('vraag.') ? `[data-vraag="${path}"]` : `[data-veld="${path}"]`);

/** Chooses a month and a year. */
export async function chooseMonth(page, path, month, year) {
  await field(page, path).and(page.locator('[data-deel="maand"]')).selectOption(String(month));
  await field(page, path).and(page.locator('[data-deel="jaar"]')).selectOption(String(year));
}

/** Chooses one of a few. */
export const choose = (page, path, value) =>
  field(page, path).and(page.locator(`[value="${value}"]`)).check();

/** Fills in the first four questions: a mother of two, 20 hours. */
export async function fillFirstFour(page) {
  await chooseMonth(page, 'huishouden.geboren', 3, 1994);
  await field(page, 'vraag.kinderen').selectOption('2');
  await chooseMonth(page, 'huishouden.kinderen.0.geboren', 5, 2024);
  await chooseMonth(page, 'huishouden.kinderen.1.geboren', 2, 2014);
  await field(page, 'huishouden.kale_huur').fill('655');
  await field(page, 'baan.uren_per_week').fill('20');
}

/** The case that `fillFirstFour` describes once the wage and the start are filled in too. */
export const FIRST_FOUR = {
  peildatum: '2026-10-01',
  huishouden: {
    geboren: '1994-03-01',
    kinderen: [{ geboren: '2024-05-01' }, { geboren: '2014-02-01' }],
    kale_huur: '655',
  },
  baan: { uren_per_week: '20', uurloon: '15.52' },
};

/** The amounts of the table, as `{ nu: { bijstand: '1348.49', … }, met_baan, verschil }`. */
export function amounts(page) {
  return page.evaluate(() => {
    const found = {};
    for (const amount of document.querySelectorAll('table[aria-labelledby="tabel-kop"] button[data-lijn]')) {
      const { lijn, situatie, bedrag } = amount.dataset;
      (found[situatie] ??= {})[lijn] = bedrag;
    }
    return found;
  });
}

/** One amount of the page. */
export const amount = (page, line, situation) =>
  page.locator(`[data-lijn="${line}"][data-situatie="${situation}"]`);

/** The case that the page computes with, as its link carries it. */
export async function caseOf(page) {
  const button = page.getByRole('button', { name: /QR.code/ });
  if (!(await page.locator('[data-link]').count())) await button.click();
  const [, coded] = (await page.locator('[data-link]').inputValue()).split('#s=');
  return JSON.parse(Buffer.from(coded, 'base64url').toString());
}

/** What `window.rekenhulp` answers: `{ result }` or `{ message, problems }`. */
export function ask(page, command, ...args) {
  return page.evaluate(
    ([name, given]) => {
      try {
        return { result: globalThis.rekenhulp[name](...given) };
      } catch (error) {
        return { message: error.message, problems: error.problems };
      }
    },
    [command, args],
  );
}

/**
 * The pseudo language that `cargo xtask test` adds to the site: Dutch in Hebrew letters. A site that was
 * built without it gets the same from here.
 */
export async function pretendFromTheRight(context) {
  const get = async (path) => (await context.request.get(BASE_URL + path)).text();
  const index = await get('');
  if (/data-talen="[^"]*\bxrl\b/.test(index)) return;
  const letter = (latin) => String.fromCodePoint(0x5d0 + latin.toLowerCase().charCodeAt(0) - 97);
  const mirrored = (words) =>
    words.replace(/\{[^}]*\}|[a-z]/gi, (found) => (found.length > 1 ? found : letter(found)));
  let group = '';
  const line = (written) => {
    if (written.startsWith('.')) {
      group = written.slice(1);
      return written;
    }
    const [name, ...rest] = written.split('=');
    const key = group ? `${group}.${name}` : name;
    const changed = whole(key, rest, `${key}=${rest.join('=')}`);
    return group ? changed.slice(group.length + 1) : changed;
  };
  const whole = (key, rest, written) => {
    if (key === 'taal.leesrichting') return `${key}=rtl`;
    if (key === 'taal.code_browser' || key.startsWith('opmaak.')) return written;
    return `${key}=${mirrored(rest.join('='))}`;
  };
  const [, folder] = index.match(/href="([^"]*)talen\/nl\.txt"/);
  for (const name of ['', '-uitleg']) {
    const body = (await get(`${folder}talen/nl${name}.txt`)).split('\n').map(line).join('\n');
    await context.route(`**/talen/xrl${name}.txt`, (route) => route.fulfill({ body }));
  }
  await context.route(({ pathname }) => pathname === '/', async (route) => {
    const response = await route.fetch();
    const body = index.replace('data-talen="nl', 'data-talen="nl xrl');
    await route.fulfill({ response, body });
  });
}
