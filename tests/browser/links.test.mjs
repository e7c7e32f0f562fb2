// What a link or a file brings, and what it may not do: hang the page, break it, or take away what was typed.
import assert from 'node:assert/strict';
import { answerOffer, BASE_URL, follow, open, pageTest } from './harness.mjs';
import { amount, amounts, ask, choose, field, FIRST_FOUR, fragment, household, openCase } from './household.mjs';

const notice = (page) => page.locator('[data-melding="link"]');
const button = (page, name) => page.getByRole('button', { name, exact: true });
const hours = (page) => field(page, 'baan.uren_per_week');
const inBase64 = (text) => Buffer.from(text).toString('base64url');

const TYPED = [
  ['huishouden.geboren.maand', '3'],
  ['huishouden.geboren.jaar', '1994'],
  ['vraag.kinderen', '0'],
  ['huishouden.kale_huur', '655'],
  ['baan.uren_per_week', '20'],
];
const document = (answers) =>
  JSON.stringify({ rekenhulp: 1, actief: 0, gevallen: [{ naam: '', antwoorden: answers }] });
const half = (answers = TYPED) => `#f=${inBase64(document(answers))}`;
const choose_file = (page, text) =>
  page.locator('[data-bestand]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });

/** The case that a link made on the page carries. */
async function sent(page) {
  await button(page, 'Deel met uw werkcoach (link of QR-code)').click();
  const [, coded] = (await page.locator('[data-link]').inputValue()).split('#s=');
  return JSON.parse(Buffer.from(coded, 'base64url').toString());
}

const HOSTILE = {
  link_veel_kinderen: half([...TYPED.filter(([path]) => path !== 'vraag.kinderen'), ['vraag.kinderen', '100000']]),
  link_veld_dubbel: half([...TYPED, ['mee.huishouden.kale_huur', '"600"']]),
  link_diep: `#f=${inBase64('['.repeat(20_000) + ']'.repeat(20_000))}`,
  link_veel_opvang: half([...TYPED, ['huishouden.kinderen.0.opvang.4294967294.soort', 'bso']]),
};

for (const [name, hash] of Object.entries(HOSTILE)) {
  pageTest(`${name}: a hostile link is a damaged one, at once`, {}, async ({ page }) => {
    const opening = async (address) => {
      await page.goto('about:blank');
      const start = Date.now();
      await open(page, address);
      return Date.now() - start;
    };
    // Beside the page without a link, so that it is the link that is timed and not the machine.
    const [plain, hostile] = [await opening(''), await opening(hash)];
    assert.ok(hostile - plain < 2000, `${plain} ms without, ${hostile} ms with the link`);
    assert.match(await notice(page).innerText(), /link klopt niet/);
    assert.equal(await hours(page).inputValue(), '');
  });
}

pageTest('link_punt, link_haakje, link_padding, link_groter_dan: signs behind a link are no part of it', {}, async ({ page }) => {
  await openCase(page, FIRST_FOUR);
  const clean = await amounts(page);
  for (const behind of ['.', ')', '=', '>', ',', '"', '%20', '%3D', '&gt;', '%0A', '_', ').%20Groet']) {
    await page.goto('about:blank');
    await open(page, fragment(FIRST_FOUR) + behind);
    assert.deepEqual(await amounts(page), clean, behind);
  }
  await page.goto('about:blank');
  await open(page, fragment(FIRST_FOUR).replace('=', '%3D'));
  assert.deepEqual(await amounts(page), clean, 'an encoded =');
});

pageTest('adresbalk_oud: the address does not keep the case, and the same link works again', {}, async ({ page, context }) => {
  await openCase(page, FIRST_FOUR);
  assert.equal(page.url(), BASE_URL);
  await hours(page).fill('28');
  const copied = await context.newPage();
  await copied.goto(page.url());
  await copied.locator('html[data-gereed]').waitFor({ state: 'attached' });
  assert.equal(await hours(copied).inputValue(), '', 'the copied address gives nothing away');

  await follow(page, fragment(FIRST_FOUR));
  await answerOffer(page, 'Ja, laat de andere antwoorden zien');
  assert.equal(await hours(page).inputValue(), '20');
  assert.equal(page.url(), BASE_URL);
  await follow(page, fragment(FIRST_FOUR));
  await page.waitForFunction((clean) => location.href === clean, BASE_URL);
  assert.equal(await hours(page).inputValue(), '20', 'nothing changed since: nothing to ask');
  assert.equal(await page.locator('[data-neem]').count(), 0);
});

for (const [name, hash] of [['damaged', '#s=kapot!'], ['half damaged', '#f=e30'], ['refused', fragment({ peildatum: '2026-10-01' })]]) {
  pageTest(`link_stuk_terwijl_ingevuld: a ${name} link takes nothing away`, {}, async ({ page }) => {
    await open(page, half());
    await hours(page).fill('33');
    await follow(page, hash);
    await notice(page).getByText('Er is niets veranderd.').waitFor();
    assert.equal(await hours(page).inputValue(), '33');
    assert.equal(page.url(), BASE_URL);
  });
}

pageTest('a good link asks before it takes the place of what was typed', {}, async ({ page }) => {
  await open(page);
  await hours(page).fill('33');
  const link = fragment(household('first-job.json'));
  await follow(page, link);
  await answerOffer(page, 'Nee, houd mijn antwoorden');
  assert.equal(await hours(page).inputValue(), '33');
  assert.equal(await notice(page).count(), 0);
  await follow(page, link);
  await answerOffer(page, 'Ja, laat de andere antwoorden zien');
  assert.equal(await hours(page).inputValue(), household('first-job.json').baan.uren_per_week);
  await notice(page).getByText('geopend met een link').waitFor();
});

pageTest('wis_alles_adres: what is wiped does not come back with a reload', {}, async ({ page }) => {
  await openCase(page, household('first-job.json'));
  await button(page, 'Wis alle antwoorden').click();
  await button(page, 'Ja, wis alles').click();
  assert.equal(page.url(), BASE_URL);
  await page.reload();
  await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
  assert.equal(await hours(page).inputValue(), '');
});

/** Whether the browser asks before it leaves the page. */
async function asksToLeave(page) {
  let asked = false;
  page.once('dialog', async (dialog) => {
    asked = dialog.type() === 'beforeunload';
    await dialog.accept();
  });
  await page.reload();
  await page.locator('html[data-gereed]').waitFor({ state: 'attached' });
  page.removeAllListeners('dialog');
  return asked;
}

pageTest('leaving asks when something was typed that is nowhere else', {}, async ({ page }) => {
  await open(page);
  await hours(page).click();
  assert.equal(await asksToLeave(page), false, 'nothing was typed');
  await hours(page).click();
  await page.keyboard.type('20');
  assert.equal(await asksToLeave(page), true);
  await hours(page).click();
  await page.keyboard.type('20');
  await page.locator('[data-bewaren]').check();
  assert.equal(await asksToLeave(page), false, 'it is kept on this device');
  const pull = await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorY);
  assert.equal(pull, 'contain', 'pulling down is no reload');
});

pageTest('in the page of another the page does not ask, and holds no scrolling', {}, async ({ page }) => {
  await page.route('**/gastheer', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${BASE_URL}" width="900" height="900"></iframe>` }));
  await page.goto(`${BASE_URL}gastheer`);
  const frame = page.frameLocator('iframe');
  await frame.locator('html[data-gereed]').waitFor({ state: 'attached' });
  await frame.locator('[data-veld="baan.uren_per_week"]').click();
  await page.keyboard.type('20');
  assert.equal(await frame.locator('html[data-alleen]').count(), 0);
  let asked = false;
  page.once('dialog', async (dialog) => { asked = true; await dialog.accept(); });
  await page.goto('about:blank');
  assert.equal(asked, false);
});

pageTest("huisgenoot_loon_zonder_werkt: a housemate's wage counts without the answer that they work", {}, async ({ page }) => {
  await openCase(page, {
    peildatum: '2026-10-01',
    huishouden: {
      geboren: '1994-03-14',
      kale_huur: '655',
      kinderen: [{ geboren: '2016-05-20' }],
      inwonenden: [{ geboren: '1990-01-10', relatie: 'broer_of_zus', inkomen_jaar: '30000', arbeidsinkomen_jaar: '30000' }],
    },
    baan: { uren_per_week: '28', uurloon: '17.50' },
  });
  const { met_baan: then, verschil } = await amounts(page);
  assert.deepEqual([then.iack, verschil.besteedbaar], ['115.75', '914.87']);
  assert.equal(await field(page, 'huishouden.inwonenden.0.arbeidsinkomen_jaar').inputValue(), '30000');
  assert.equal((await sent(page)).huishouden.inwonenden[0].arbeidsinkomen_jaar, '30000');
});

pageTest('baan_nu_nee_na_link: no job now takes along what the link brought of it', {}, async ({ page }) => {
  await open(page, `?modus=coach${fragment({
    peildatum: '2026-10-01',
    huishouden: { geboren: '1994-03-14' },
    baan: { uren_per_week: '20', uurloon: '15.00' },
    baan_nu: { uren_per_week: '12', uurloon: '15.00', pensioenpremie: '12' },
  })}`);
  await notice(page).getByText('pensioenpremie').waitFor();
  await choose(page, 'vraag.baan_nu', 'nee');
  assert.equal(await amount(page, 'besteedbaar', 'verschil').first().getAttribute('data-bedrag'), '283.17');
  assert.equal(await notice(page).getByText('pensioenpremie').count(), 0, 'what does not count is not named');
});

pageTest('what a link brought and she cannot change is no dead end', {}, async ({ page }) => {
  await open(page, half([...TYPED, ['mee.iets', '"x"']]));
  assert.deepEqual(await amounts(page), {}, 'the engine refuses what it does not know');
  const said = await page.locator('.fouten li').filter({ has: page.getByRole('button', { name: 'Reken zonder dit' }) }).first().innerText();
  assert.match(said, /^Bij [^{}]+: Dit kunnen wij niet gebruiken\./);
  await page.locator('.fouten').getByRole('button', { name: 'Reken zonder dit' }).click();
  await page.waitForFunction(() => document.querySelector('button[data-lijn]'));
});

pageTest('bestand_veld_dubbel: a damaged file says so and changes nothing', {}, async ({ page }) => {
  await open(page, half());
  await hours(page).fill('33');
  await choose_file(page, document([...TYPED, ['mee.huishouden.kale_huur', '"600"']]));
  await notice(page).getByText('Dit bestand kunnen wij niet lezen. Er is niets veranderd.').waitFor();
  assert.equal(await hours(page).inputValue(), '33');
  await hours(page).fill('12');
  const situatie = await sent(page);
  assert.equal(situatie.baan.uren_per_week, '12');
  const { result } = await ask(page, 'month', situatie);
  assert.equal((await amounts(page)).verschil.besteedbaar, result.verschil.besteedbaar);
});

pageTest('a file of the contract opens, asks first, and is refused with the names of its fields', {}, async ({ page }) => {
  await open(page);
  const situatie = household('first-job.json');
  await choose_file(page, JSON.stringify(situatie));
  await notice(page).getByText('De antwoorden uit het bestand zijn ingevuld.').waitFor();
  const { result } = await ask(page, 'month', situatie);
  assert.deepEqual((await amounts(page)).met_baan, result.met_baan);

  await hours(page).fill('33');
  const other = household('under-27.json');
  await choose_file(page, JSON.stringify(other));
  await answerOffer(page, 'Nee, houd mijn antwoorden');
  assert.equal(await hours(page).inputValue(), '33');
  await choose_file(page, JSON.stringify({ ...other, onbekend: 1 }));
  await notice(page).getByText('onbekend').waitFor();
  assert.equal(await hours(page).inputValue(), '33');
  await choose_file(page, 'x'.repeat(3_000_000));
  await notice(page).getByText('Dit bestand kunnen wij niet lezen.').waitFor();
});
