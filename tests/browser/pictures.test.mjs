// The three drawings: from now to the job, the hours line, the bill of the childcare.
import assert from 'node:assert/strict';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { amounts, ask, caseOf, everyDoor, field, FIRST_FOUR, fragment, household, HOUSEHOLDS, openCase, pretendFromTheRight } from './household.mjs';

const CASE = household('first-job.json');
const PICTURES = ['stappen', 'opvang', 'uren'];
const MOST_STEPS = 8;

/** Part of the page with a picture. */
const picture = (page, name) => page.locator(`section[aria-labelledby="${name}-kop"]`);
const slider = (page) => page.locator('[data-schuif]');
const hoursField = (page) => page.locator('[data-uren-veld]');
const cents = (written) => Math.round(Number(written) * 100);
/** A case of which so many hours are worked. */
const working = (situatie, hours) =>
  ({ ...situatie, baan: { ...situatie.baan, uren_per_week: String(hours) } });

async function openFresh(page, situatie) {
  await page.goto('about:blank');
  await openCase(page, situatie);
}

/** The rows of the table of steps: `{ step, amount, written }`. */
const steps = (page) =>
  page.locator('[data-stap]').evaluateAll((rows) =>
    rows.map(({ dataset, cells }) => ({
      step: dataset.stap, amount: dataset.bedrag, written: cells[1].textContent,
    })));

/** What is written in a drawing, with where it is. */
const labels = (locator) =>
  locator.locator('svg text').evaluateAll((texts) =>
    texts.map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return { words: text.textContent, left, right, top, bottom, size: parseFloat(getComputedStyle(text).fontSize) };
    }));

/** Pairs of labels that lie over each other. */
function overlaps(all) {
  const meet = (one, other) =>
    one.left < other.right - 1 && other.left < one.right - 1
    && one.top < other.bottom - 2 && other.top < one.bottom - 2;
  return all.flatMap((one, at) => all.slice(at + 1)
    .filter((other) => meet(one, other))
    .map((other) => `${one.words} / ${other.words}`));
}

pageTest('the steps add up to the difference, to the cent, at every household', {}, async ({ page }) => {
  for (const name of HOUSEHOLDS) {
    await openFresh(page, household(name));
    const [first, ...rest] = await steps(page);
    const last = rest.pop();
    const shown = await amounts(page);
    assert.equal(first.amount, shown.nu.besteedbaar, name);
    assert.equal(last.amount, shown.met_baan.besteedbaar, name);
    assert.ok(rest.length > 0 && rest.length <= MOST_STEPS, `${name}: ${rest.length} steps`);
    const sum = rest.reduce((total, { amount }) => total + cents(amount), cents(first.amount));
    assert.equal(sum, cents(last.amount), name);
    for (const { step, amount, written } of rest) {
      assert.match(written, cents(amount) < 0 ? /^−/ : /^\+/, `${name}: ${step}`);
      if (step !== 'klein') {
        assert.equal(Math.abs(cents(amount)), Math.abs(cents(shown.verschil[step])), `${name}: ${step}`);
      }
    }
  }
});

// A raise, with travel to pay: nine lines change.
const MANY = {
  peildatum: '2026-10-01',
  huishouden: {
    geboren: '1990-03-01',
    kinderen: [
      { geboren: '2023-05-01', opvang: [{ soort: 'dagopvang', uren_per_maand: '110', uurprijs: '11.95' }] },
      { geboren: '2014-02-01' },
    ],
    kale_huur: '780',
  },
  baan: { uren_per_week: '36', uurloon: '24', reiskosten: '60' },
};

pageTest('what the drawing says is what its table says; the smallest are one step', {}, async ({ page }) => {
  for (const situatie of [CASE, MANY]) {
    await openFresh(page, situatie);
    const rows = await steps(page);
    const drawn = (await labels(picture(page, 'stappen'))).map(({ words }) => words);
    const written = drawn.slice(-rows.length);
    assert.deepEqual(written, rows.map((row) => row.written));
    assert.equal(await picture(page, 'stappen').locator('rect.balkje').count(), rows.length);
    assert.equal(
      await picture(page, 'stappen').locator('rect.balkje--min').count(),
      rows.filter((row) => row.written.startsWith('−')).length,
    );
  }
  const rows = await steps(page);
  const changed = Object.entries((await amounts(page)).verschil)
    .filter(([line, amount]) => !['besteedbaar', 'over_na_vaste_lasten'].includes(line) && cents(amount) !== 0);
  assert.ok(changed.length > MOST_STEPS, `${changed.length} lines change`);
  assert.equal(rows.length - 2, MOST_STEPS);
  assert.equal(rows.at(-2).step, 'klein');
  await picture(page, 'stappen').locator('summary').click();
  assert.match(await page.locator('[data-stap="klein"] th').innerText(), /Dit zijn: .+, .+/);
});

pageTest('every picture has a sentence above it, a name, and a table with the same', {}, async ({ page }) => {
  await openCase(page, CASE);
  for (const name of PICTURES) {
    const part = picture(page, name);
    const order = await part.evaluate((section) =>
      [...section.querySelectorAll('p, svg[role="img"], table')].map((element) => element.localName));
    assert.equal(order[0], 'p', name);
    assert.ok(order.indexOf('svg') < order.indexOf('table'), name);
    const drawing = part.getByRole('img');
    assert.equal(await drawing.count(), 1, name);
    assert.match(await drawing.getAttribute('aria-label'), /^Tekening: .{20,}\.$/);
    // No other drawing speaks.
    assert.equal(await part.locator('svg:not([role="img"], [aria-hidden], [role="img"] svg)').count(), 0, name);
  }
  const words = await picture(page, 'stappen').locator('p').first().innerText();
  assert.match(words, /De grootste plus: Loon.*De grootste min: Rekening van de opvang.*per maand meer\.$/s);
});

pageTest('the slider moves along the line by keyboard, and says what it means', {}, async ({ page }) => {
  await openCase(page, CASE);
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await slider(page).inputValue(), '21');
  assert.equal(await hoursField(page).inputValue(), '21');
  assert.equal(await field(page, 'baan.uren_per_week').inputValue(), '21');
  const { result } = await ask(page, 'month', working(CASE, 21));
  assert.equal((await amounts(page)).met_baan.besteedbaar, result.met_baan.besteedbaar);
  const euro = (amount) => new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' })
    .format(amount).replace(/\s/g, ' ');
  const spoken = (await slider(page).getAttribute('aria-valuetext')).replace(/\s/g, ' ');
  assert.equal(
    spoken,
    `21 uur: ${euro(result.met_baan.besteedbaar)}, ${euro(result.verschil.besteedbaar)} meer dan nu`,
  );
  await page.keyboard.press('Home');
  assert.equal(await hoursField(page).inputValue(), '0');
  await page.keyboard.press('End');
  assert.equal(await hoursField(page).inputValue(), '40');
  assert.ok(await slider(page).evaluate((element) => element === document.activeElement), 'it keeps the focus');
  const { result: most } = await ask(page, 'month', working(CASE, 40));
  assert.equal((await amounts(page)).met_baan.besteedbaar, most.met_baan.besteedbaar);
});

pageTest('the field beside it is the same number, and an unfinished number changes nothing', {}, async ({ page }) => {
  await openCase(page, CASE);
  await hoursField(page).fill('32');
  assert.equal(await field(page, 'baan.uren_per_week').inputValue(), '20', 'not before it is whole');
  await hoursField(page).press('Enter');
  assert.equal(await slider(page).inputValue(), '32');
  assert.equal(await field(page, 'baan.uren_per_week').inputValue(), '32');
  const left = (await amounts(page)).met_baan.besteedbaar;
  for (const typed of ['', '32,', '61', 'veel']) {
    await hoursField(page).fill(typed);
    assert.equal(await hoursField(page).inputValue(), typed);
    assert.equal(await hoursField(page).getAttribute('aria-invalid'), 'true');
    assert.equal(await slider(page).inputValue(), '32');
    assert.equal((await amounts(page)).met_baan.besteedbaar, left);
  }
  // The pause after which the answer is read out redraws the page; what is being typed stays.
  await page.waitForTimeout(1_200);
  assert.equal(await hoursField(page).inputValue(), 'veel');
  await hoursField(page).blur();
  assert.equal(await hoursField(page).inputValue(), 'veel', 'and what is wrong with it');
  assert.equal(await hoursField(page).getAttribute('aria-invalid'), 'true');
  assert.equal(await slider(page).inputValue(), '32');
  await hoursField(page).fill('16,5');
  await hoursField(page).blur();
  assert.equal(await hoursField(page).getAttribute('aria-invalid'), null);
  assert.equal(await field(page, 'baan.uren_per_week').inputValue(), '16,5');
  assert.match(await slider(page).getAttribute('aria-valuetext'), /^16,5 uur: /);
  // From the question to the picture.
  await field(page, 'baan.uren_per_week').fill('24');
  assert.equal(await hoursField(page).inputValue(), '24');
  assert.equal(await slider(page).inputValue(), '24');
});

pageTest('dragging follows at once, and the thumb is under her place on the line', {}, async ({ page }) => {
  await openCase(page, CASE);
  await slider(page).scrollIntoViewIfNeeded();
  const middle = (box) => box.x + box.width / 2;
  const at = (box, hours) => box.x + (box.width * hours) / 40;
  const plot = await page.locator('[aria-labelledby="uren-kop"] .lijn__vlak').boundingBox();
  const { y, height } = await slider(page).boundingBox();
  await page.mouse.move(at(plot, 20), y + height / 2);
  await page.mouse.down();
  for (const hours of [22, 26, 31, 12, 8]) {
    await page.mouse.move(at(plot, hours), y + height / 2);
    await page.locator(`[data-schuif][aria-valuetext^="${hours} uur"]`).waitFor();
    const place = middle(await page.locator('[aria-labelledby="uren-kop"] .lijn__u').boundingBox());
    assert.ok(Math.abs(place - at(plot, hours)) < 2, `her place at ${hours} hours`);
    assert.equal(await page.locator('.van-u[data-uren]').getAttribute('data-uren'), String(hours));
  }
  await page.mouse.up();
  const { result } = await ask(page, 'month', working(CASE, 8));
  assert.equal((await amounts(page)).verschil.besteedbaar, result.verschil.besteedbaar);
});

pageTest('a wage by the month: no hours would be no wage, and the page says what stays', {}, async ({ page }) => {
  const monthly = { uren_per_week: '20', maandloon: '1400' };
  await openCase(page, { ...FIRST_FOUR, baan: monthly });
  await slider(page).focus();
  await page.keyboard.press('Home');
  assert.equal(await hoursField(page).inputValue(), '1');
  assert.equal(await slider(page).inputValue(), '1');
  assert.match(await picture(page, 'uren').innerText(), /loon per maand ingevuld\. Dat blijft gelijk/);
});

pageTest('stretches of loss are hatched, numbered and explained; the next fall is marked', {}, async ({ page }) => {
  const situatie = working(CASE, 12);
  await openCase(page, situatie);
  const { result } = await ask(page, 'hours', situatie);
  assert.ok(result.zones.length >= 2, 'the case has falls');
  const part = picture(page, 'uren');
  assert.equal(await part.locator('[role="img"] rect.lijn__zone').count(), result.zones.length);
  const fill = await part.locator('rect.lijn__zone').first().evaluate((rect) => getComputedStyle(rect).fill);
  assert.match(fill, /url\("#strepen-dun"\)/);
  const plot = await page.locator('[aria-labelledby="uren-kop"] .lijn__vlak').boundingBox();
  for (const [at, zone] of result.zones.entries()) {
    const box = await part.locator('[role="img"] rect.lijn__zone').nth(at).boundingBox();
    const x = plot.x + (plot.width * zone.van) / 40;
    const until = plot.x + (plot.width * (zone.weer_hoger_vanaf ?? 40)) / 40;
    assert.ok(Math.abs(box.x - x) < 1.5 && Math.abs(box.x + box.width - until) < 1.5, `zone ${at}`);
  }
  const told = await part.locator('ol > li').allInnerTexts();
  const numbers = await part.locator('.lijn__nummer').allTextContents();
  assert.deepEqual(numbers, told.map((_, at) => String(at + 1)));
  for (const words of told) assert.match(words, /Dat komt vooral doordat \w+/);
  const next = result.zones.find((zone) => zone.van >= 12);
  assert.deepEqual(await part.locator('.lijn__merk-woord').allTextContents(), [
    `vanaf ${next.weer_hoger_vanaf} uur weer meer`, `daling na ${next.van} uur`,
  ]);
  // Below what is left now: filled with a pattern of its own.
  assert.match(
    await part.locator('polygon.lijn__minder').evaluate((shape) => getComputedStyle(shape).fill),
    /url\("#regels"\)/,
  );
});

pageTest('the parts of the bill fill the bar, each with a pattern of its own', {}, async ({ page }) => {
  await openCase(page, CASE);
  const parts = await picture(page, 'opvang').locator('[role="img"] .vlak').evaluateAll((rects) =>
    rects.map((rect) => ({ width: parseFloat(rect.getAttribute('width')), fill: getComputedStyle(rect).fill })));
  const { result } = await ask(page, 'month', CASE);
  const { toeslag, eigen_deel: own, boven_maximum: above, rekening } = result.kinderopvang;
  const shares = [toeslag.maand ?? toeslag, own, above].map((part) => (100 * part) / rekening);
  assert.equal(parts.length, 3);
  parts.forEach(({ width }, at) => assert.ok(Math.abs(width - shares[at]) < 0.11, `part ${at}`));
  assert.equal(new Set(parts.map(({ fill }) => fill)).size, 3);
  assert.equal(parts.filter(({ fill }) => fill.startsWith('url')).length, 2);
});

const WAYS = {
  light: {},
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  narrow: { viewport: { width: 320, height: 640 } },
};
for (const [name, settings] of Object.entries(WAYS)) {
  pageTest(`axe finds nothing in the pictures: ${name}`, settings, async ({ page }) => {
    await openCase(page, working(CASE, 12));
    await everyDoor(page);
    await hoursField(page).fill('61');
    for (const part of PICTURES) {
      const switches = picture(page, part).locator('summary');
      if (await switches.count()) await switches.click();
    }
    assert.deepEqual(await accessibilityProblems(page), []);
  });
}

for (const width of [320, 768, 1280]) {
  pageTest(`at ${width} pixels no label is small, cut or over another`, { viewport: { width, height: 800 } }, async ({ page }) => {
    for (const situatie of [CASE, household('three-children.json'), MANY, household('grandmother.json')]) {
      await openFresh(page, working(situatie, 8));
      await everyDoor(page);
      for (const hours of [1, 5, 12, 17, 20, 23, 36, 40]) {
        await hoursField(page).fill(String(hours));
        await hoursField(page).press('Enter');
        await page.locator(`.van-u[data-uren="${hours}"]`).waitFor({ state: 'attached' });
        for (const name of ['stappen', 'uren']) {
          const part = picture(page, name);
          const card = await part.boundingBox();
          const all = await labels(part);
          assert.ok(all.length > 4, `${name}: labels are found`);
          assert.deepEqual(overlaps(all), [], `${name} at ${hours} hours`);
          for (const { words, left, right, size } of all) {
            assert.ok(size >= 12, `${words}: ${size} px`);
            assert.ok(left >= card.x && right <= card.x + card.width, `${words} sticks out at ${hours} hours`);
          }
        }
        const [content, screen] = await page.evaluate(() =>
          [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(content <= screen, `${content} wide on ${screen}`);
      }
    }
  });
}

/** The part of the page with the thirteen months, once it is drawn. */
async function months(page, situatie) {
  await openFresh(page, situatie);
  await everyDoor(page);
  const part = page.locator('section[aria-labelledby="deur-maanden"]');
  await part.locator('[data-lijst="twaalf_maanden"]').waitFor();
  return part;
}

for (const width of [320, 768, 1280]) {
  pageTest(`the thirteen months at ${width} pixels: no label is small, cut or over another`, { viewport: { width, height: 800 } }, async ({ page }) => {
    for (const name of HOUSEHOLDS) {
      const part = await months(page, household(name));
      const card = await part.locator('.plaats').boundingBox();
      const all = await labels(part);
      assert.deepEqual(overlaps(all), [], name);
      for (const { words, left, right, size } of all) {
        assert.ok(size >= 12, `${name}: ${words}: ${size} px`);
        assert.ok(left >= card.x && right <= card.x + card.width, `${name}: ${words} sticks out`);
      }
    }
  });
}

pageTest('the thirteen months: the lowest point, every payment day, and a table that says the same', {}, async ({ page }) => {
  const part = await months(page, CASE);
  const { result } = await ask(page, 'calendar', await caseOf(page));
  assert.equal(await part.getByRole('img').count(), 1);
  assert.match(await part.getByRole('img').getAttribute('aria-label'), /^Tekening: .{20,}\.$/);
  assert.equal(await part.locator('[role="img"] .kolom').count(), 2 * 13);
  const [amount, day] = (await part.locator('.lijn__merk-woord').allTextContents()).map((words) => words.replace(/\s/g, ' '));
  const { datum, bedrag } = result.samenvatting.laagste;
  const whole = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(bedrag);
  assert.equal(amount, `laagste: ${whole.replace(/\s/g, ' ')}`);
  assert.equal(day, new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long' }).format(new Date(datum)));
  // The mark stands in the month and on the day: a column is a thirteenth of the width.
  const plot = await part.locator('.lijn__vlak').boundingBox();
  const mark = await part.locator('circle.lijn__merk').boundingBox();
  const at = result.maanden.findIndex(({ maand }) => datum.startsWith(maand));
  const days = new Date(Date.UTC(Number(datum.slice(0, 4)), Number(datum.slice(5, 7)), 0)).getUTCDate();
  const x = plot.x + (plot.width * (at + (Number(datum.slice(8)) - 0.5) / days)) / 13;
  assert.ok(Math.abs(mark.x + mark.width / 2 - x) < 1.5, `${mark.x + mark.width / 2} and ${x}`);
  const changed = result.maanden.filter(({ redenen }) => redenen.length);
  assert.equal(await part.locator('h3 + ul').first().locator('> li').count(), changed.length);
  const table = await part.locator('[data-lijst="twaalf_maanden"] [data-lijn="eind"]').evaluateAll((all) => all.map(({ dataset }) => dataset.bedrag));
  assert.deepEqual(table, result.maanden.map(({ eind }) => eind));
});

pageTest('the thirteen months in forced colours: the columns and the days are told apart', { forcedColors: 'active' }, async ({ page }) => {
  const part = await months(page, CASE);
  const look = (selector) => part.locator(selector).first().evaluate((element) => {
    const { fill, stroke } = getComputedStyle(element);
    return { fill, stroke };
  });
  const [wide, narrow, full, open_] = [
    await look('.kolom:not(.kolom--echt)'), await look('.kolom--echt'), await look('.dag:not(.dag--open)'), await look('.dag--open'),
  ];
  assert.notEqual(wide.fill, narrow.fill);
  assert.notEqual(wide.stroke, wide.fill);
  assert.notEqual(full.fill, open_.fill);
  assert.notEqual(open_.stroke, open_.fill);
});

pageTest('forced colours: the bars are told apart by pattern, in colours of the system', { forcedColors: 'active' }, async ({ page }) => {
  await openCase(page, CASE);
  const looks = (selector) => page.locator(selector).first().evaluate((element) => {
    const { fill, stroke } = getComputedStyle(element);
    return { fill, stroke };
  });
  const [plus, minus, line] = [
    await looks('.balkje--plus'), await looks('.balkje--min'), await looks('.lijn__lijn'),
  ];
  const words = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.className = 'klein';
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  assert.equal(plus.fill, words);
  assert.match(minus.fill, /url/);
  assert.equal(minus.stroke, words);
  assert.equal(line.stroke, words);
  for (const text of await page.locator('.tekening text').all()) {
    assert.equal(await text.evaluate((element) => getComputedStyle(element).fill), words);
  }
});

pageTest('on paper the pictures stay and what can be dragged goes', {}, async ({ page }) => {
  await openCase(page, CASE);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await slider(page).isHidden() && await hoursField(page).isHidden());
  for (const name of PICTURES) assert.ok(await picture(page, name).getByRole('img').isVisible(), name);
});

pageTest('read from the right: hours still run from left to right, words and steps turn', { viewport: { width: 390, height: 800 } }, async ({ page, context }) => {
  await pretendFromTheRight(context);
  await open(page, `?lang=xrl${fragment(working(CASE, 12))}`);
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
  await everyDoor(page);
  const marks = await page.locator('[aria-labelledby="uren-kop"] .lijn__uren text').evaluateAll((texts) =>
    texts.map((text) => text.getBoundingClientRect().left).slice(0, 6));
  assert.deepEqual(marks, marks.toSorted((one, other) => one - other), 'the hours');
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await slider(page).inputValue(), '13');
  const thumb = await page.locator('[aria-labelledby="uren-kop"] .lijn__u').boundingBox();
  const plot = await page.locator('[aria-labelledby="uren-kop"] .lijn__vlak').boundingBox();
  assert.ok(Math.abs(thumb.x + thumb.width / 2 - (plot.x + (plot.width * 13) / 40)) < 2);
  // The bar of what is left now begins where a line of text begins: on the right.
  const bar = await page.locator('.balkje--som').first().boundingBox();
  const name = await page.locator('.balkje__naam').first().boundingBox();
  assert.ok(Math.abs(bar.x + bar.width - (name.x + name.width)) < 6, 'the bars begin on the right');
  for (const part of ['stappen', 'uren']) assert.deepEqual(overlaps(await labels(picture(page, part))), [], part);
  const [content, screen] = await page.evaluate(() =>
    [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= screen, `${content} wide on ${screen}`);
});
