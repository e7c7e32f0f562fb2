// What is said of a field: in people's words, with what that field takes, in both languages.
import assert from 'node:assert/strict';
import { open, pageTest } from './harness.mjs';
import { amounts, choose, field, fillFirstFour, FIRST_FOUR, openCase } from './household.mjs';

const CASE = { ...FIRST_FOUR, peildatum: '2026-12-01' };
const NOW = '2026-11-27T12:00:00';
const error = (page, path) => page.locator(`[id="v-${path.replaceAll('.', '-')}-fout"]`);
const leave = async (page, path) => {
  await field(page, path).blur();
  await page.waitForTimeout(300);
};

pageTest('melding_heel_getal: half a month asks for a whole number', {}, async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await openCase(page, CASE);
  await choose(page, 'vraag.eerder', 'ja');
  await field(page, 'bijstand.vrijlating_n_maanden').selectOption('6');
  await field(page, 'bijstand.vrijlating_r_maanden').fill('12,5');
  await leave(page, 'bijstand.vrijlating_r_maanden');
  const said = await error(page, 'bijstand.vrijlating_r_maanden').innerText();
  assert.match(said, /een heel getal van 0 tot en met 30/);
  assert.doesNotMatch(await page.locator('main').innerText(), /11,75/);
});

pageTest('melding_punt: 61 hours are answered with what can be, and no word of a point', {}, async ({ page }) => {
  await openCase(page, CASE);
  await field(page, 'baan.uren_per_week').fill('61');
  await leave(page, 'baan.uren_per_week');
  const said = await error(page, 'baan.uren_per_week').innerText();
  assert.match(said, /Dit kan hier niet: 61\. Vul een aantal uren in tussen 0 en 60\./);
  assert.doesNotMatch(await page.locator('main').innerText(), /achter de punt/);
});

/** Every number field of a coach's page, with all of them opened. */
async function everything(page, language) {
  await page.clock.setFixedTime(NOW);
  await open(page, `?modus=coach${language === 'en' ? '&lang=en' : ''}`);
  await fillFirstFour(page);
  for (const question of ['inwonende', 'spaargeld', 'alimentatie', 'eerder', 'baan_nu', 'partner']) {
    await choose(page, `vraag.${question}`, 'ja');
  }
  await field(page, 'bijstand.vrijlating_n_maanden').selectOption('6');
  await choose(page, 'huishouden.inwonenden.0.werkt', 'ja');
  for (const [child, kind] of [[0, 'gastouder'], [1, 'bso']]) {
    await choose(page, `huishouden.kinderen.${child}.opvang.0.soort`, kind);
  }
  const paths = await page.$$eval('form input[type=text][data-veld]', (fields) => fields.map((it) => it.dataset.veld));
  assert.ok(paths.length >= 20, `${paths.length} fields`);
  return paths;
}

// No word of a program, no date as programs write it, no bare key, nothing left to fill in.
const MACHINE = /\d{4}-\d\d|peildatum|reference date|JSON|null|huishouden|baan[._]|\bpad\b|pagina\.|[{}]|achter de punt|behind the point|11[,.]75/;
const BAD = [
  ['below', () => '-1'],
  ['above', () => '99999999'],
  ['letters', () => 'veel'],
  ['three decimals', ({ mark }) => `14${mark}9951`],
  ['half a number', ({ mark }) => `12${mark}`],
  ['empty', () => ''],
];

// One of each unit; a native test (`messages::tests`) asks every field of the page in both languages.
const TRIED = ['huishouden.kale_huur', 'baan.uren_per_week', 'huishouden.kinderen.0.opvang.0.uurprijs',
  'bijstand.vrijlating_r_maanden', 'huishouden.inwonenden.0.inkomen_jaar'];

for (const [language, mark, range, needed] of [
  ['nl', ',', / (?:tussen|van) (.+?) (?:en|tot en met) (.+?)\.$/, /^Let op: Vul dit in: /],
  ['en', '.', / (?:between|from) (.+?) (?:and|to) (.+?)\.$/, /^Note: Fill this in: /],
]) {
  pageTest(`a number field of each unit says what it takes, in people's words: ${language}`, {}, async ({ page }) => {
    const paths = await everything(page, language);
    for (const path of paths.filter((path) => TRIED.includes(path))) {
      for (const [kind, make] of BAD) {
        const typed = make({ mark });
        await field(page, path).fill(typed === '' ? '1' : typed);
        if (typed === '') await field(page, path).fill('');
        await field(page, path).blur();
        const message = error(page, path);
        // What is not obliged may be empty: then it is as if it was never typed in.
        if (kind === 'empty' && !(await message.count())) continue;
        await message.waitFor();
        const said = (await message.innerText()).replaceAll('\u00a0', ' ');
        const where = `${path}, ${kind}: ${said}`;
        assert.doesNotMatch(said, MACHINE, where);
        assert.equal(await field(page, path).inputValue(), typed, where);
        if (kind === 'empty') {
          assert.match(said, needed, where);
        } else if (!said.includes('hele inkomen') && !said.includes('whole income')) {
          const bounds = said.match(range);
          assert.ok(bounds, where);
          // The field takes what its message offers as the most; `€ 5.000` it takes after asking.
          await field(page, path).fill(bounds[2]);
          await page.waitForTimeout(20);
          const offers = page.getByRole('button', { name: bounds[2] });
          assert.ok(!(await message.count()) || (await offers.count()), `${where} / ${bounds[2]}`);
        }
      }
      await field(page, path).fill('1');
    }
  });
}

pageTest('werkt_nu_maanden: who works now is asked for the months, and 0 is marked as an assumption', {}, async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await openCase(page, CASE);
  await choose(page, 'vraag.baan_nu', 'ja');
  await field(page, 'baan_nu.uren_per_week').fill('12');
  await field(page, 'baan_nu.uurloon').fill('15,10');
  const months = field(page, 'bijstand.vrijlating_n_maanden');
  assert.ok(await months.isVisible());
  const marks = page.locator('.merken');
  assert.match(await marks.innerText(), /0 maanden/);
  const unknown = await amounts(page);
  await months.selectOption('onbekend');
  assert.match(await marks.innerText(), /0 maanden/);
  assert.deepEqual(await amounts(page), unknown);
  await months.selectOption('6');
  await field(page, 'bijstand.vrijlating_r_maanden').fill('30');
  assert.doesNotMatch(await page.locator('.antwoord').innerText(), /ervan uit dat u nog 0 maanden/);
  // Of a wage of 785.20 (15.10 x 12 x 52 / 12) a quarter, 196.30, no longer stays out of the bijstand.
  assert.notEqual((await amounts(page)).nu.bijstand, unknown.nu.bijstand);
});

pageTest('zwanger_spaargrens: pregnant with her first child she may have the savings of a single person', {}, async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await open(page);
  await field(page, 'huishouden.geboren').first().selectOption('3');
  await field(page, 'huishouden.geboren').nth(1).selectOption('1994');
  await field(page, 'vraag.kinderen').selectOption('1');
  const born = field(page, 'huishouden.kinderen.0.geboren');
  await born.first().selectOption('3');
  await born.nth(1).selectOption('2027');
  const question = page.locator('#vraag-8');
  assert.match(await question.innerText(), /€\s8\.000/);
  await born.nth(1).selectOption('2026');
  assert.match(await question.innerText(), /€\s16\.000/);
});

pageTest('gastouder_bureau: the costs of the agency belong to the price of a childminder', {}, async ({ page }) => {
  await openCase(page, CASE);
  await choose(page, 'huishouden.kinderen.0.opvang.0.soort', 'gastouder');
  assert.match(await page.locator('#vraag-6').innerText(), /kosten van het gastouderbureau horen bij deze prijs/);
  await choose(page, 'huishouden.kinderen.0.opvang.0.soort', 'dagopvang');
  assert.doesNotMatch(await page.locator('#vraag-6').innerText(), /gastouderbureau/);
});

pageTest('a word where the question is: toddler groups, an all-in wage, pay by four weeks', {}, async ({ page }) => {
  await openCase(page, CASE);
  assert.match(await page.locator('#vraag-5').innerText(), /peutergroep met de prijs van de gemeente/);
  assert.match(await page.locator('#vraag-4').innerText(), /all-in/);
  await choose(page, 'vraag.loon', 'maand');
  assert.match(await page.locator('#vraag-4').innerText(), /maal 13 en deel het door 12/);
});
