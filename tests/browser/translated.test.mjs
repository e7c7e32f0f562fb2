// A page that the browser translates, or that a tool reads aloud, keeps showing true amounts. Translators put
// <font><font>words</font></font> in the place of each text node (facebook/react#11538), readers a <span> around each
// word; both go on doing so after every change. Here nothing is translated, so that the words can still be compared.
import assert from 'node:assert/strict';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { amount, choose, chooseMonth, field, FIRST_FOUR, fragment } from './household.mjs';

const WIDE = { viewport: { width: 1280, height: 900 } };
const CASE = { ...FIRST_FOUR, peildatum: '2026-12-01' };

/** Does to the page what a translator (`font`) or a reader (`words`) does, now and after each change. */
function translate(page, how) {
  return page.evaluate((kind) => {
    const done = new WeakSet();
    const around = (name, inner) => {
      const element = document.createElement(name);
      element.append(inner);
      return element;
    };
    const keep = (text) => {
      const node = document.createTextNode(text);
      done.add(node);
      return node;
    };
    const made = {
      font: (text) => [around('font', around('font', keep(text)))],
      words: (text) => text.split(/(\s+)/).map((part) => (part.trim() ? around('span', keep(part)) : keep(part))),
    };
    const replace = (node) => {
      if (done.has(node) || !node.isConnected || !node.data) return;
      node.replaceWith(...made[kind](node.data));
    };
    const replaceAll = (root) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = texts.currentNode; node; node = texts.nextNode()) {
        if (node.nodeType === Node.TEXT_NODE) found.push(node);
      }
      found.forEach(replace);
    };
    const app = document.getElementById('app');
    replaceAll(app);
    new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(replaceAll)))
      .observe(app, { childList: true, subtree: true });
    document.documentElement.lang = 'tr';
    document.documentElement.classList.add('translated-ltr');
  }, how);
}

/** Notes every text that is changed where it stands: what a translator replaced would miss it. */
function watchTexts(page) {
  return page.evaluate(() => {
    globalThis.changedInPlace = [];
    new MutationObserver((changes) => {
      changes.forEach(({ target }) => globalThis.changedInPlace.push(target.data));
    }).observe(document.getElementById('app'), { characterData: true, subtree: true });
  });
}

/** The words of the page, but for what is read out a second later. */
const words = (page) =>
  page.evaluate(() => {
    const copy = document.getElementById('app').cloneNode(true);
    copy.querySelector('[data-gesproken]').remove();
    return copy.textContent;
  });

/** Every amount that is not what the engine gives for the case, or not what the page says that it is. */
const wrongAmounts = (page, situatie) =>
  page.evaluate((given) => {
    const locale = document.querySelector('.taal [aria-pressed="true"]').lang === 'en' ? 'en-GB' : 'nl-NL';
    const euro = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
    const written = (value) => euro.format(Math.abs(value)).replaceAll(/\s/g, '');
    const shown = (element) => element.textContent.replaceAll(/\s/g, '');
    const result = globalThis.rekenhulp.month(given);
    const wrong = [];
    const compare = (element, name, value) => {
      // Between two drawings; it is looked at again.
      if (!element) return void wrong.push(`${name}: not there`);
      const says = shown(element);
      if (!says.includes(written(value))) wrong.push(`${name}: ${says} is not ${value}`);
    };
    const buttons = [...document.querySelectorAll('button[data-lijn]')];
    if (buttons.length === 0) wrong.push('no amounts');
    for (const button of buttons) {
      const { lijn, situatie: column, bedrag } = button.dataset;
      // A line of the month, or what comes once a year.
      const value = result[column][lijn] ?? result.per_jaar[column][lijn];
      if (Number(bedrag) !== Number(value)) wrong.push(`${column}.${lijn}: ${bedrag} is not ${value}`);
      compare(button, `${column}.${lijn}`, value);
      const sign = shown(button)[0];
      const isLess = Number(value) * (lijn === 'kinderopvang_kosten' ? -1 : 1) < 0;
      if ((sign === '−') !== isLess) wrong.push(`${column}.${lijn}: the sign of ${shown(button)}`);
    }
    for (const element of document.querySelectorAll('[data-bedrag]')) {
      if (element.closest('[data-plaats]')) continue;
      compare(element, element.className || element.localName, element.dataset.bedrag);
    }
    if (given.baan.uren_per_week !== '0') {
      compare(document.querySelector('#maand-kop [data-bedrag]'), 'headline', result.verschil.besteedbaar);
    }
    // Her twelve months: cents in tables, whole euros in sentences, tens in the first.
    const months = globalThis.rekenhulp.calendar(given);
    const whole = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
    for (const element of document.querySelectorAll('[data-plaats] [data-bedrag]')) {
      const value = Math.abs(element.dataset.bedrag);
      const isFirst = element.className === 'kop__bedrag';
      const expected = isFirst ? whole.format(Math.round(value / 10) * 10)
        : element.closest('table') ? euro.format(value) : whole.format(Math.round(value));
      const says = shown(element).replace(/[-+]/, '');
      if (says !== expected.replaceAll(/\s/g, '')) wrong.push(`twelve months: ${says} is not ${value}`);
    }
    const total = document.querySelector('#twaalf [data-lijn="verschil_met_nooit"]')?.dataset.bedrag;
    if (total !== months.samenvatting.verschil_met_nooit) wrong.push(`twelve months: ${total} is not ${months.samenvatting.verschil_met_nooit}`);
    for (const month of months.maanden) {
      const shownEnd = document.querySelector(`[data-maand="${month.maand}"][data-lijn="eind"]`)?.dataset.bedrag;
      if (shownEnd !== month.eind) wrong.push(`${month.maand}: ${shownEnd} is not ${month.eind}`);
    }
    return wrong;
  }, situatie);

/** Numbers that look random and are the same in every run. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const euros = (cents) => (cents / 100).toFixed(2);
const comma = (number) => number.replace('.', ',');
const CHILDREN = [['2024', '05'], ['2014', '02'], ['2019', '08']];
const CARE = [['dagopvang', 'gastouder'], ['bso', 'gastouder'], ['bso', 'gastouder']];

/** A mother's case and its changes: each changes the case and says what a person does on the page. */
class Mother {
  constructor(seed) {
    this.dice = dice(seed);
    this.rent = '655';
    this.hours = '20';
    this.wage = '15.52';
    this.count = 2;
    this.care = [null, null, null];
    this.language = 'nl';
  }

  situatie() {
    const kinderen = CHILDREN.slice(0, this.count).map(([year, month], child) => ({
      geboren: `${year}-${month}-01`,
      ...(this.care[child] && { opvang: [this.care[child]] }),
    }));
    return {
      peildatum: CASE.peildatum,
      huishouden: { geboren: '1994-03-01', kinderen, kale_huur: this.rent },
      baan: { uren_per_week: this.hours, uurloon: this.wage },
    };
  }

  change() {
    const changes = ['newRent', 'newHours', 'newWage', 'newChildren', 'newCare', 'otherLanguage'];
    return this[changes[this.dice(changes.length)]]();
  }

  newRent() {
    this.rent = euros(30_000 + this.dice(60_000));
    return (page) => field(page, 'huishouden.kale_huur').fill(comma(this.rent));
  }

  newHours() {
    this.hours = String(this.dice(41));
    return (page) => field(page, 'baan.uren_per_week').fill(this.hours);
  }

  newWage() {
    this.wage = euros(1500 + this.dice(1500));
    return (page) => field(page, 'baan.uurloon').fill(comma(this.wage));
  }

  newChildren() {
    this.count = 1 + this.dice(3);
    return async (page) => {
      await field(page, 'vraag.kinderen').selectOption(String(this.count));
      if (this.count < 3) return;
      const [year, month] = CHILDREN[2];
      await chooseMonth(page, 'huishouden.kinderen.2.geboren', Number(month), year);
    };
  }

  newCare() {
    const child = this.dice(this.count);
    const path = `huishouden.kinderen.${child}.opvang.0`;
    const soort = [...CARE[child], 'familie'][this.dice(3)];
    if (soort === 'familie') {
      this.care[child] = null;
      return (page) => choose(page, `${path}.soort`, soort);
    }
    const care = { soort, uren_per_maand: String(20 + this.dice(100)), uurprijs: euros(800 + this.dice(500)) };
    this.care[child] = care;
    return async (page) => {
      await choose(page, `${path}.soort`, soort);
      await field(page, `${path}.uren_per_maand`).fill(care.uren_per_maand);
      await field(page, `${path}.uurprijs`).fill(comma(care.uurprijs));
    };
  }

  otherLanguage() {
    this.language = this.language === 'nl' ? 'en' : 'nl';
    return (page) => page.locator(`.taal [lang="${this.language}"]`).click();
  }
}

/** Waits until something holds and gives the last of what was found. */
async function until(find, isRight) {
  let found = await find();
  for (let tries = 0; tries < 40 && !isRight(found); tries += 1) {
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    found = await find();
  }
  return found;
}

const MODES = [
  ['', 'font', 27],
  ['', 'words', 11],
  ['?modus=coach', 'font', 2026],
  ['?modus=coach', 'words', 8],
];

for (const [query, kind, seed] of MODES) {
  const name = `${query ? "the coach's" : "the mother's"} page with ${kind} put in: 50 changes, no wrong amount`;
  pageTest(name, WIDE, async ({ page, context, seen }) => {
    const plain = await context.newPage();
    plain.on('pageerror', (error) => seen.problems.push(`untranslated: ${error.message}`));
    for (const each of [page, plain]) await open(each, `${query}${fragment(CASE)}`);
    if (query) {
      const copy = 'Maak een kopie van deze situatie';
      for (const each of [page, plain]) await each.getByRole('button', { name: copy, exact: true }).click();
    }
    await translate(page, kind);
    await watchTexts(plain);
    const mother = new Mother(seed);
    for (let step = 1; step <= 50; step += 1) {
      const act = mother.change();
      const told = `change ${step}: ${act}, then ${JSON.stringify(mother.situatie())}`;
      await Promise.all([act(page), act(plain)]);
      // The hours line over twelve months comes after the rest; to look before it is there costs more than to wait.
      for (const each of [page, plain]) await each.waitForFunction(() => !document.querySelector('[aria-busy]'), null, { polling: 100 });
      const wrong = await until(() => wrongAmounts(page, mother.situatie()), (found) => found.length === 0);
      assert.deepEqual(wrong, [], told);
      const both = () => Promise.all([words(page), words(plain)]);
      const [translated, untranslated] = await until(both, ([one, other]) => one === other);
      assert.equal(translated, untranslated, told);
      assert.deepEqual(seen.problems, [], told);
    }
    assert.deepEqual(await plain.evaluate(() => globalThis.changedInPlace), []);
  });
}

// vertaald_huur_700. 297.49 + 65% of 201.80 = 428.66, in whole euros 428.
pageTest('vertaald_huur_700: a higher rent in a translated page shows more huurtoeslag', {}, async ({ page }) => {
  await open(page, fragment(CASE));
  await translate(page, 'font');
  await field(page, 'huishouden.kale_huur').fill('700');
  const shown = () => amount(page, 'huurtoeslag', 'nu').innerText();
  assert.match(await until(shown, (text) => text.includes('428')), /€\s428,00/);
});

// vertaald_30_uur. 15.52 x 30 x 52 / 12 = 2,017.60, less 62.08 of loonheffing (white month table, with credits).
pageTest('vertaald_30_uur: more hours in a translated page show the wage of those hours', {}, async ({ page }) => {
  await open(page, fragment(CASE));
  await translate(page, 'font');
  await field(page, 'baan.uren_per_week').fill('30');
  const shown = () => amount(page, 'netto_loon', 'met_baan').innerText();
  assert.match(await until(shown, (text) => text.includes('1.955')), /€\s1\.955,52/);
  // What is read out is that of the page too.
  const bar = await page.locator('.balk--midden strong').textContent();
  const said = () => page.locator('[data-gesproken]').textContent();
  assert.equal(await until(said, (text) => text === bar), bar);
});

pageTest('in a translated page the focus and what is chosen stay', {}, async ({ page }) => {
  await open(page, fragment(CASE));
  await translate(page, 'font');
  const chosen = () => page.locator('select').evaluateAll((lists) => lists.map((list) => list.value));
  const before = await chosen();
  await page.locator('.taal [lang="en"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('.taal [lang="en"][aria-pressed="true"]').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.lang), 'en');
  const shown = () => page.locator('select').first().evaluate((list) => list.selectedOptions[0].textContent);
  assert.equal(await until(shown, (text) => text === 'March'), 'March');
  assert.deepEqual(await chosen(), before);
  const more = page.locator('.stap').last();
  await more.focus();
  await page.keyboard.press('Enter');
  await until(() => field(page, 'baan.uren_per_week').inputValue(), (hours) => hours === '21');
  assert.ok(await more.evaluate((button) => button === document.activeElement));
  const button = amount(page, 'bijstand', 'met_baan');
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('.uitleg').waitFor();
  assert.ok(await button.evaluate((it) => it === document.activeElement));
  const problems = await accessibilityProblems(page);
  assert.deepEqual(problems.filter((problem) => !problem.startsWith('valid-lang')), []);
});

/** Texts that do not stand alone, and amounts that a translator may write in another way. */
const loose = (page) =>
  page.evaluate(() => {
    const found = [];
    const texts = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent.childNodes.length > 1) found.push(`beside others: ${node.data}`);
      if (!['SPAN', 'tspan', 'OPTION'].includes(parent.tagName)) found.push(`${parent.tagName}: ${node.data}`);
      if (/€\s?[\d-]/.test(node.data) && !parent.closest('[translate="no"]')) found.push(`to translate: ${node.data}`);
    }
    return found;
  });

pageTest('every text stands alone, and amounts are not for translators', WIDE, async ({ page }) => {
  await page.addInitScript(() => { window.print = () => {}; });
  await open(page, `?modus=coach${fragment(CASE)}`);
  const press = (name) => page.getByRole('button', { name, exact: true }).click();
  await press('Maak een kopie van deze situatie');
  await field(page, 'baan.uren_per_week').fill('31');
  await page.locator('button[data-lijn="bijstand"][data-situatie="verschil"]').click();
  await press('Deel met uw werkcoach (link of QR-code)');
  await press('Wis alle antwoorden');
  assert.deepEqual(await loose(page), []);
  await page.locator('button[data-lijn="bijstand"][data-situatie="met_baan"]').click();
  assert.deepEqual(await loose(page), []);
  for (const sheet of ['Print uw blad', 'Print het blad voor de coach']) {
    await press(sheet);
    assert.deepEqual(await loose(page), [], sheet);
  }
  await field(page, 'baan.uren_per_week').fill('');
  await field(page, 'huishouden.kale_huur').fill('veel');
  await page.locator('[aria-invalid]').first().waitFor();
  assert.deepEqual(await loose(page), []);
  for (const query of ['', '#s=kapot', '?modus=coach#s=e30']) {
    await page.goto('about:blank');
    await open(page, query);
    assert.deepEqual(await loose(page), [], query);
  }
});
