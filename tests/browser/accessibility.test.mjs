// WCAG 2.2 A and AA, as far as a browser can prove it. docs/accessibility.md names these tests by criterion.
import assert from 'node:assert/strict';
import { ownClock } from './drawn.mjs';
import { accessibilityProblems, open, pageTest } from './harness.mjs';
import { amount, everyDoor, field, fragment, household, openCase, pretendFromTheRight } from './household.mjs';

const CASE = household('first-job.json');
const CALM = { reducedMotion: 'reduce' };
const WIDE = { ...CALM, viewport: { width: 1280, height: 900 } };
const PHONE = { ...CALM, viewport: { width: 360, height: 740 } };
/** 1280 by 1024, enlarged to 400%. */
const ENLARGED = { ...CALM, viewport: { width: 320, height: 256 } };
/** High enough to show a whole screen: nothing is stuck to an edge. */
const TALL = { ...CALM, viewport: { width: 360, height: 6000 } };

const button = (page, name) => page.getByRole('button', { name, exact: true });
const coach = (page) => openCase(page, CASE, '?modus=coach');
const unfold = (page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
const active = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.localName);
const noProblems = async (page, where) => assert.deepEqual(await accessibilityProblems(page), [], where);

/** Presses Tab until an element has the focus. */
// A coach with two situations passes some 160 places: every amount of the month and of the year is one, every thing to do, every door.
async function tabTo(page, locator, most = 200) {
  for (let at = 0; at < most; at += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`not reached by keyboard: ${locator}`);
}

async function threeSituations(page) {
  await coach(page);
  for (const hours of ['24', '32']) {
    await button(page, 'Maak een kopie van deze situatie').click();
    await field(page, 'baan.uren_per_week').fill(hours);
  }
}

/** Every address, width and moment in which the page looks different. */
const SCREENS = {
  'nothing filled in': (page) => open(page),
  answer: (page) => openCase(page, CASE),
  'everything unfolded': async (page) => {
    await openCase(page, CASE);
    await everyDoor(page);
    await amount(page, 'kinderopvangtoeslag', 'met_baan').click();
    await button(page, 'Deel met uw werkcoach (link of QR-code)').click();
    await unfold(page);
  },
};
const COACH_SCREENS = {
  'coach with three situations, unfolded': async (page) => {
    await threeSituations(page);
    await button(page, 'Wis alle antwoorden').click();
    await unfold(page);
  },
};

for (const [name, settings] of Object.entries({
  wide: WIDE, phone: PHONE, dark: { ...WIDE, colorScheme: 'dark' }, 'forced colours': { ...WIDE, forcedColors: 'active' },
})) {
  pageTest(`axe finds nothing on any screen: ${name}`, settings, async ({ page }) => {
    for (const [screen, show] of Object.entries(SCREENS)) {
      await page.goto('about:blank');
      await show(page);
      await noProblems(page, screen);
    }
  });
}

for (const [name, settings] of Object.entries({ wide: WIDE, phone: PHONE, dark: { ...PHONE, colorScheme: 'dark' } })) {
  pageTest(`axe finds nothing with a coach: ${name}`, settings, async ({ page }) => {
    await COACH_SCREENS['coach with three situations, unfolded'](page);
    await noProblems(page);
  });
}

pageTest('axe finds nothing on each of the eight questions of a phone', PHONE, async ({ page }) => {
  await open(page);
  for (let at = 1; at <= 8; at += 1) {
    await noProblems(page, `question ${at}`);
    await button(page, at < 8 ? 'Volgende vraag' : 'Naar uw antwoord').click();
  }
  await noProblems(page, 'what is lacking');
});

pageTest('axe finds nothing in English, and what is Dutch says so', WIDE, async ({ page }) => {
  await openCase(page, CASE, '?lang=en');
  await amount(page, 'kinderopvangtoeslag', 'met_baan').click();
  await unfold(page);
  await noProblems(page);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.title(), await page.locator('h1').innerText());
  const dutch = (selector) => page.locator(`${selector} [lang="nl"], ${selector}[lang="nl"]`).allInnerTexts();
  assert.ok((await dutch('.regel__naam')).includes('kinderopvangtoeslag'), 'a name of the law');
  const all = async (selector) => (await page.locator(selector).count());
  const sources = 'a[href^="http"]';
  assert.ok(await all(sources) > 5);
  assert.equal(await all(`${sources} > [lang="nl"]`), await all(sources), 'titles of sources');
  assert.equal(await all('.uitleg__wet > [lang="nl"]'), await all('.uitleg__wet'), 'articles');
  assert.equal(await all('[data-regeling] h3[lang="nl"]'), await all('[data-regeling]'), 'municipal schemes');
  assert.equal(await page.locator('.taal [lang="nl"]').innerText(), 'Nederlands');
});

pageTest('axe finds nothing when read from the right', PHONE, async ({ page, context }) => {
  await pretendFromTheRight(context);
  await open(page, `?lang=xrl${fragment(CASE)}`);
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
  await everyDoor(page);
  await unfold(page);
  // No browser knows the language of the test.
  const problems = await accessibilityProblems(page);
  assert.deepEqual(problems.filter((problem) => !/^(html-lang-valid|valid-lang):/.test(problem)), []);
});

pageTest('by keyboard alone: from the first field to the answer', WIDE, async ({ page }) => {
  await open(page);
  const type = async (locator, words) => {
    await tabTo(page, locator);
    await page.keyboard.type(words);
  };
  const part = (path, name) => field(page, path).and(page.locator(`[data-deel="${name}"]`));
  await type(part('huishouden.geboren', 'maand'), 'maart');
  await type(part('huishouden.geboren', 'jaar'), '1994');
  await type(field(page, 'vraag.kinderen'), '1');
  await type(part('huishouden.kinderen.0.geboren', 'maand'), 'mei');
  await type(part('huishouden.kinderen.0.geboren', 'jaar'), '2024');
  await type(field(page, 'huishouden.kale_huur'), '655');
  await type(field(page, 'baan.uren_per_week'), '20');
  assert.equal(await page.locator('#antwoord h2').first().innerText().then((words) => /Met deze baan/.test(words)), true);
  // The buttons beside the field, and a choice of one.
  await tabTo(page, button(page, 'Een uur meer'));
  await page.keyboard.press('Enter');
  assert.equal(await field(page, 'baan.uren_per_week').inputValue(), '21');
  await tabTo(page, page.locator('[data-vraag="vraag.loon"][value="uur"]'));
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.locator('[data-vraag="vraag.loon"][value="maand"]').isChecked());
});

pageTest('by keyboard alone: an explanation opens, and the focus comes back', WIDE, async ({ page }) => {
  await openCase(page, CASE);
  const difference = amount(page, 'bijstand', 'verschil');
  await difference.focus();
  await page.keyboard.press('Enter');
  assert.equal(await difference.getAttribute('aria-expanded'), 'true');
  const panel = page.locator(`#${await difference.getAttribute('aria-controls')}`);
  assert.ok(await panel.isVisible());
  // On to the explanation of one of the two amounts: the focus goes to that amount.
  await tabTo(page, button(page, 'Uitleg bij met baan'), 5);
  await page.keyboard.press('Enter');
  const then = amount(page, 'bijstand', 'met_baan');
  assert.ok(await then.evaluate((element) => element === document.activeElement));
  await tabTo(page, button(page, 'Sluit de uitleg'));
  await page.keyboard.press('Space');
  assert.ok(await then.evaluate((element) => element === document.activeElement));
  assert.equal(await then.getAttribute('aria-expanded'), 'false');
  assert.equal(await page.locator('.uitleg').count(), 0);
});

pageTest('by keyboard alone: the slider of the hours', WIDE, async ({ page }) => {
  await openCase(page, CASE);
  const slider = page.getByRole('slider');
  await tabTo(page, slider);
  for (const [key, hours] of [['ArrowRight', 21], ['ArrowUp', 22], ['ArrowLeft', 21], ['End', 40], ['Home', 0]]) {
    await page.keyboard.press(key);
    await page.locator(`[data-schuif][aria-valuetext^="${hours} uur"]`).waitFor();
  }
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator('[data-uren-veld]').inputValue(), '1');
});

pageTest('by keyboard alone: a coach copies, names, compares and removes; nothing takes the focus along', WIDE, async ({ page }) => {
  await coach(page);
  const copy = button(page, 'Maak een kopie van deze situatie');
  await tabTo(page, copy);
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('Enter');
  // The fourth is the last: the button has gone, the focus is at the heading above it.
  await copy.waitFor({ state: 'detached' });
  assert.equal(await active(page), 'geval-kop');
  await tabTo(page, page.locator('[data-vraag="geval.naam"]'));
  await page.keyboard.type('Lang');
  await button(page, 'Lang').waitFor();
  await tabTo(page, button(page, 'Zet naar links Lang'));
  await page.keyboard.press('Enter');
  await page.locator('.geval:nth-child(3)').getByText('Lang').first().waitFor();
  await tabTo(page, button(page, 'Weghalen Lang'));
  await page.keyboard.press('Enter');
  await button(page, 'Lang').waitFor({ state: 'detached' });
  assert.notEqual(await active(page), 'body');
  const frame = page.locator('.schuif[aria-labelledby="geval-vergelijk-kop"]');
  await tabTo(page, frame);
  assert.equal(await frame.getAttribute('role'), 'region');
});

pageTest('a button that goes leaves the focus in its part of the page', WIDE, async ({ page }) => {
  await coach(page);
  const press = async (name, key = 'Enter') => {
    await button(page, name).first().focus();
    await page.keyboard.press(key);
  };
  await press('Wis alle antwoorden');
  assert.equal(await active(page), 'leeg-knop');
  await press('Nee, bewaar het');
  assert.equal(await active(page), 'leeg-knop');
  await press('Deel met uw werkcoach (link of QR-code)');
  await page.locator('[data-link]').waitFor();
  assert.equal(await button(page, 'Deel met uw werkcoach (link of QR-code)').getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Tab');
  assert.ok(await page.locator('[data-link]').evaluate((element) => element === document.activeElement));
  await press('Reken met het minimumloon');
  assert.equal(await active(page), 'v-baan-uurloon');
  await field(page, 'vraag.inwonende').and(page.locator('[value="ja"]')).check();
  await press('Nog iemand toevoegen');
  await press('Haal persoon 2 weg');
  await page.waitForFunction(() => document.activeElement.id === 'vraag-8-kop');
});

pageTest('what can take the focus: in the order of reading, all of it, with a ring, and no trap', TALL, async ({ page }) => {
  for (const show of [() => open(page), SCREENS['everything unfolded'], threeSituations]) {
    await page.goto('about:blank');
    await show(page);
    const { expected, stops } = await walk(page);
    assert.deepEqual(stops.map(({ name }) => name), expected, 'the order of the document, and all of it');
    for (const { name, ring } of stops) assert.ok(ring, `no ring around ${name}`);
    stops.reduce((before, stop) => {
      const below = stop.bottom > before.top + 1;
      const beside = stop.top > before.bottom - 1 || stop.left >= before.left - 1;
      assert.ok(below && beside, `${stop.name} stands before ${before.name}`);
      return stop;
    });
    // The same the other way round, from inside the page: the last key has led out of it.
    await page.mouse.click(1, 1);
    // Until the page has it again, keys go nowhere.
    await page.waitForFunction(() => document.hasFocus());
    await page.evaluate(() => { globalThis.stops.length = 0; });
    await page.locator('.voet summary').last().focus();
    const end = await page.evaluate(() => globalThis.stops[0].name).then((name) => expected.indexOf(name));
    const steps = Math.min(end, 12);
    for (let at = 0; at < steps; at += 1) await page.keyboard.press('Shift+Tab');
    const back = await page.evaluate(() => globalThis.stops.slice(1).map(({ name }) => name));
    assert.deepEqual(back.reverse(), expected.slice(end - steps, end), 'the way back');
  }
});

/** Walks through a page by Tab; what was expected, and what had the focus in turn. */
async function walk(page) {
  const expected = await page.evaluate(() => {
    const name = (element) => `${element.localName}#${element.id}.${element.className} ${
      (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 30)}`;
    globalThis.stops = [];
    document.addEventListener('focusin', ({ target }) => {
      const { left, top, bottom } = (target.closest('label') ?? target).getBoundingClientRect();
      const around = [target, target.closest('.bestand')].filter(Boolean).map((element) => getComputedStyle(element));
      const ring = around.some(({ outlineStyle, outlineWidth }) => outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2);
      globalThis.stops.push({ name: name(target), ring, left, top: top + scrollY, bottom: bottom + scrollY });
    });
    const stands = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
      .filter((element) => element.checkVisibility());
    const isStop = (element) => {
      if (element.type !== 'radio') return true;
      const group = stands.filter((other) => other.name === element.name && other.type === 'radio');
      return element === (group.find((other) => other.checked) ?? group[0]);
    };
    return stands.filter(isStop).map(name);
  });
  await page.keyboard.press('Tab');
  await page.evaluate(() => {
    document.querySelector('.taal button').focus();
    globalThis.stops.length = 0;
    document.querySelector('.naar').focus();
  });
  for (let at = 1; at < expected.length; at += 1) await page.keyboard.press('Tab');
  const stops = await page.evaluate(() => [...globalThis.stops]);
  // After the last one the focus leaves the page; a browser without a frame around it begins again.
  await page.keyboard.press('Tab');
  const after = await page.evaluate(() => globalThis.stops.at(-1).name);
  assert.ok([expected[0], expected.at(-1)].includes(after), `the focus stays at ${after}`);
  return { expected, stops };
}

pageTest('past the header: to the questions, or to the answer that a phone shows', PHONE, async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await active(page), 'vragen');
  await page.goto('about:blank');
  await openCase(page, CASE);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await active(page), 'antwoord');
});

pageTest('a mistake: said at its field, in the answer and aloud; the focus goes there and back', PHONE, async ({ page }) => {
  await openCase(page, CASE);
  await button(page, 'Terug naar vraag 1').click();
  for (let at = 1; at < 4; at += 1) await button(page, 'Volgende vraag').click();
  const wage = field(page, 'baan.uurloon');
  await wage.fill('veel');
  await page.keyboard.press('Tab');
  assert.equal(await wage.getAttribute('aria-invalid'), 'true');
  const described = await wage.evaluate((element) =>
    element.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).innerText).join(' '));
  assert.match(described, /Let op: Dit is geen getal: veel\. Vul een loon per uur in tussen €.0 en €.200\./);
  for (let at = 4; at < 8; at += 1) await button(page, 'Volgende vraag').click();
  await button(page, 'Naar uw antwoord').click();
  assert.equal(await active(page), 'antwoord');
  await page.getByRole('heading', { name: 'Wij kunnen nog niet rekenen' }).waitFor();
  await page.getByRole('heading', { name: 'Dit klopt nog niet' }).waitFor();
  await page.locator('[data-gesproken]').getByText('Wij kunnen nog niet rekenen').waitFor({ state: 'attached' });
  await page.getByRole('link', { name: /Dit is geen getal/ }).press('Enter');
  await page.waitForFunction(() => document.activeElement.dataset.veld === 'baan.uurloon');
});

pageTest('a mistake in the hours below the line is said in words', WIDE, async ({ page }) => {
  await openCase(page, CASE);
  const hours = page.locator('[data-uren-veld]');
  const said = page.getByText('Vul een getal in van 0 tot en met 60');
  assert.ok(await said.isHidden());
  await hours.fill('99');
  await said.waitFor();
  assert.equal(await hours.getAttribute('aria-invalid'), 'true');
  const id = await hours.getAttribute('aria-describedby');
  assert.equal(await page.locator(`#${id}`).getAttribute('role'), 'status');
  await hours.fill('24');
  assert.ok(await said.isHidden());
});

pageTest('a list that was emptied is marked as wrong', WIDE, async ({ page }) => {
  await openCase(page, CASE);
  const month = field(page, 'huishouden.geboren').first();
  await month.selectOption('');
  assert.equal(await month.getAttribute('aria-invalid'), 'true');
  assert.match(await month.getAttribute('aria-describedby'), /-fout/);
});

pageTest('at 400% nothing is cut, nothing scrolls sideways, nothing covers what has the focus', ENLARGED, async ({ page }) => {
  await open(page);
  for (let at = 1; at <= 8; at += 1) {
    await fits(page, `question ${at}`);
    await button(page, at < 8 ? 'Volgende vraag' : 'Naar uw antwoord').click();
  }
  await page.goto('about:blank');
  await SCREENS['everything unfolded'](page);
  await fits(page, 'answer');
  await nothingCovered(page);
  await button(page, 'Terug naar vraag 1').click();
  await nothingCovered(page);
  await page.goto('about:blank');
  await COACH_SCREENS['coach with three situations, unfolded'](page);
  await fits(page, 'coach');
});

/** Walks by Tab: each element that takes the focus must be in view, and not under another. */
async function nothingCovered(page) {
  const covered = [];
  await page.locator('.naar').focus();
  for (let at = 0; at < 160; at += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return 'end';
      const around = element.closest('label') ?? element;
      const box = around.getBoundingClientRect();
      const xs = [0.1, 0.5, 0.9].map((part) => box.left + part * box.width);
      const ys = [0.1, 0.5, 0.9].map((part) => box.top + part * box.height);
      const seen = xs.some((x) => ys.some((y) => around.contains(document.elementFromPoint(x, y))));
      return seen && !element.matches('.naar') ? '' : element.outerHTML.slice(0, 100);
    });
    if (found === 'end' || found.includes('"naar"')) break;
    if (found) covered.push(found);
  }
  assert.deepEqual(covered, []);
}

/** No scrolling sideways, no words cut off, no words over others. */
async function fits(page, where) {
  const problems = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`${scrollWidth} wide on ${clientWidth}`] : [];
    const rects = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !element.checkVisibility()) continue;
      if (element.closest('.onzichtbaar, .naar, option, svg, script, .schuif, .hoofd--klein .vragen__kop, .vragen__kop')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 1) continue;
        if (rect.left < -1 || rect.right > clientWidth + 1) found.push(`cut: ${node.data.trim().slice(0, 50)}`);
        rects.push({ element, words: node.data.trim().slice(0, 40), rect });
      }
      for (let around = element; around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const hides = [overflowX, overflowY].some((value) => value !== 'visible');
        if (hides && (around.scrollWidth > around.clientWidth + 1 || around.scrollHeight > around.clientHeight + 1)) {
          found.push(`hidden: ${node.data.trim().slice(0, 50)}`);
        }
      }
    }
    rects.sort((one, other) => one.rect.top - other.rect.top);
    for (const [at, one] of rects.entries()) {
      for (const other of rects.slice(at + 1)) {
        const least = Math.min(one.rect.height, other.rect.height) * 0.35;
        if (other.rect.top > one.rect.bottom) break;
        const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
        const stuck = [one, other].some(({ element }) => element.closest('.balk--onder, .kort, .regel--kop'));
        if (!stuck && wide > 2 && high > least) found.push(`over each other: ${one.words} / ${other.words}`);
      }
    }
    return [...new Set(found)];
  });
  assert.deepEqual(problems, [], where);
}

/** A style from the debugger: the page's policy allows none of another site, and none in the page. */
const restyle = (page, css) =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, css);

for (const width of [640, 1280]) {
  pageTest(`text of 200%: all of it is there at ${width} pixels`, { ...CALM, viewport: { width, height: 900 } }, async ({ page, context }) => {
    const debug = await context.newCDPSession(page);
    await debug.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    for (const show of [SCREENS['nothing filled in'], SCREENS['everything unfolded'], threeSituations]) {
      await page.goto('about:blank');
      await show(page);
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '32px');
      await fits(page);
    }
  });
}

for (const width of [320, 1280]) {
  pageTest(`more space between lines, words and letters at ${width} pixels`, { ...CALM, viewport: { width, height: 900 } }, async ({ page }) => {
    for (const show of [SCREENS['nothing filled in'], SCREENS['everything unfolded'], threeSituations]) {
      await page.goto('about:blank');
      await show(page);
      await restyle(page, `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-bottom: 2em !important }`);
      await fits(page);
    }
  });
}

pageTest('nothing moves when she asked for calm, and nothing moves by itself', {}, async ({ page }) => {
  const scroll = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  await openCase(page, CASE);
  assert.equal(await scroll(), 'smooth');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  assert.equal(await scroll(), 'auto');
  await amount(page, 'bijstand', 'met_baan').click();
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  const moving = await page.evaluate(() => [...document.querySelectorAll('*')]
    .filter((element) => getComputedStyle(element).transitionDuration !== '0s').map(({ localName }) => localName));
  assert.deepEqual(moving, []);
});

for (const [name, settings] of Object.entries({ phone: PHONE, wide: WIDE })) {
  pageTest(`what can be pressed is 24 pixels or more: ${name}`, settings, async ({ page }) => {
    for (const show of [SCREENS['nothing filled in'], SCREENS['everything unfolded'], COACH_SCREENS['coach with three situations, unfolded']]) {
      await page.goto('about:blank');
      await show(page);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('a[href], button, input, select, summary')]
          .filter((element) => element.checkVisibility())
          // A link in a sentence is as high as its line.
          .filter((element) => !(element.localName === 'a' && getComputedStyle(element).display === 'inline'))
          .map((element) => element.closest('label.optie, label.bestand') ?? element)
          .filter((element) => {
            const { width, height } = element.getBoundingClientRect();
            return width < 24 || height < 24;
          })
          .map((element) => element.outerHTML.slice(0, 100)));
      assert.deepEqual(small, []);
      // Of the links that are in no sentence: far enough apart to be hit.
      const close = await page.evaluate(() => {
        const links = [...document.querySelectorAll('li > a, .voet p > a:only-child')].filter((element) => element.checkVisibility());
        const boxes = links.map((element) => element.getBoundingClientRect());
        return boxes.slice(1).filter((box, at) => {
          const middle = (it) => it.top + it.height / 2;
          return box.height < 24 && Math.abs(middle(box) - middle(boxes[at])) < 24 && box.left < boxes[at].right;
        }).length;
      });
      assert.equal(close, 0);
    }
  });
}

const NAMED = ['button', 'link', 'textbox', 'combobox', 'radio', 'checkbox', 'slider', 'image', 'progressbar',
  'DisclosureTriangle', 'region', 'group', 'table', 'navigation', 'list'];
const MAY_BE_NAMELESS = ['group', 'list', 'table'];

pageTest('what a screen reader is given: names, roles, headings, landmarks', WIDE, async ({ page, context }) => {
  const debug = await context.newCDPSession(page);
  for (const show of [SCREENS['everything unfolded'], COACH_SCREENS['coach with three situations, unfolded']]) {
    await page.goto('about:blank');
    await show(page);
    const { nodes } = await debug.send('Accessibility.getFullAXTree');
    const spoken = nodes.filter(({ ignored }) => !ignored).map((node) => ({
      role: node.role?.value, name: node.name?.value ?? '',
      ...Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
    }));
    const of = (role) => spoken.filter((node) => node.role === role);
    for (const role of ['banner', 'main', 'contentinfo']) assert.equal(of(role).length, 1, role);
    const levels = of('heading').map(({ level }) => level);
    assert.equal(levels.filter((level) => level === 1).length, 1);
    levels.reduce((above, level) => {
      assert.ok(level <= above + 1, `a step from ${above} to ${level}`);
      return level;
    });
    for (const { role, name } of spoken) {
      if (NAMED.includes(role) && !MAY_BE_NAMELESS.includes(role)) assert.ok(name.trim(), `a ${role} without a name`);
    }
    assert.ok(of('button').length > 20 && of('combobox').length > 3);
    // Two buttons, or two fields, of one name would not be told apart.
    for (const role of ['button', 'textbox', 'region']) {
      const names = of(role).map(({ name }) => name);
      assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), [], role);
    }
    for (const { name } of of('radio')) assert.ok(name.length > 1);
    assert.equal(of('slider').length, 1);
    assert.match(await page.getByRole('slider').getAttribute('aria-valuetext'), /uur: .* (meer|minder) dan nu/);
    for (const picture of of('image')) assert.ok(picture.name.length > 10, picture.name);
  }
});

pageTest('a table keeps its headings on a phone, where it is laid out anew', PHONE, async ({ page, context }) => {
  await openCase(page, CASE);
  await everyDoor(page);
  const debug = await context.newCDPSession(page);
  const { nodes } = await debug.send('Accessibility.getFullAXTree');
  const count = (role) => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
  assert.ok(count('table') >= 2);
  assert.ok(count('rowheader') > 10 && count('cell') > 30, 'rows with their headings');
});

pageTest('the answer is read out politely: once, a second after the last key', WIDE, async ({ page }) => {
  await ownClock(page.context());
  await openCase(page, CASE);
  const live = page.locator('[data-gesproken]');
  assert.equal(await live.getAttribute('aria-live'), 'polite');
  assert.equal(await live.getAttribute('aria-atomic'), 'true');
  await page.clock.runFor(1_100);
  const before = await live.textContent();
  assert.match(before, /meer|minder/);
  // From here the clock goes on only when it is told to: a busy machine types slowly.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 2_000));
  await live.evaluate((element) => {
    globalThis.changes = 0;
    new MutationObserver(() => { globalThis.changes += 1; }).observe(element, { childList: true, characterData: true, subtree: true });
  });
  await field(page, 'baan.uren_per_week').fill('');
  await field(page, 'baan.uren_per_week').pressSequentially('32');
  await page.clock.runFor(900);
  assert.equal(await page.evaluate(() => globalThis.changes), 0);
  await page.clock.runFor(200);
  assert.equal(await page.evaluate(() => globalThis.changes), 1);
  assert.notEqual(await live.textContent(), before);
});

pageTest('what the page has to say stands in a place that was there before', WIDE, async ({ page }) => {
  await open(page);
  const places = page.locator('[role="status"]');
  const count = await places.count();
  await page.locator('[data-bestand]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await page.getByText('Dit bestand kunnen wij niet lezen.').waitFor();
  assert.equal(await places.count(), count);
  assert.match(await places.allInnerTexts().then((all) => all.join()), /niet lezen/);
});

pageTest('what is asked of herself says so to the browser', WIDE, async ({ page }) => {
  await open(page);
  const born = field(page, 'huishouden.geboren');
  const purposes = await born.evaluateAll((fields) => fields.map(({ autocomplete }) => autocomplete));
  assert.deepEqual(purposes, ['bday-month', 'bday-year']);
});

/** What is not text and must be seen: the colour of it, and the colour it stands on. */
const SEEN = {
  'the edge of a field': ['.utrecht-textbox', 'borderTopColor', '.vraag'],
  'the edge of a list': ['.utrecht-select', 'borderTopColor', '.vraag'],
  'the edge of a choice': ['.optie', 'borderTopColor', '.vraag'],
  'the edge of a chosen one': ['.optie:has(:checked)', 'borderTopColor', '.vraag'],
  'the edge of a button': ['.stap', 'borderTopColor', '.vraag'],
  'the thumb of the slider': ['.lijn__lijn', 'stroke', '.kaart'],
  'the line of the hours': ['.lijn__lijn', 'stroke', '.kaart'],
  'the line of now': ['.lijn__nu', 'stroke', '.kaart'],
  'her place': ['.lijn__u', 'stroke', '.kaart'],
  'what comes in addition': ['.balkje--plus', 'fill', '.kaart'],
  'what is left': ['.balkje--som', 'fill', '.kaart'],
  'the edge of what goes': ['.balkje--min', 'stroke', '.kaart'],
  'the stripes of what goes': ['#strepen .patroon__figuur', 'stroke', '.kaart'],
  'the stripes of a fall': ['#strepen-dun .patroon__figuur', 'stroke', '.kaart'],
  'the stripes of less': ['#regels .patroon__figuur', 'stroke', '.kaart'],
  'the part of the allowance': ['.vlak--toeslag', 'fill', '.kaart'],
  'the edge of her own part': ['.vlak--eigen', 'stroke', '.kaart'],
  'the line between steps': ['.balkje__lijn', 'stroke', '.kaart'],
};

for (const colorScheme of ['light', 'dark']) {
  pageTest(`what is not text is seen: 3 to 1, ${colorScheme}`, { ...WIDE, colorScheme }, async ({ page }) => {
    await openCase(page, { ...CASE, baan: { ...CASE.baan, uren_per_week: '12' } });
    const faint = await page.evaluate((all) => {
      const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
      const light = (channels) => {
        const [red, green, blue] = channels.map((value) => {
          const share = value / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const contrast = (one, other) => {
        const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
        return (high + 0.05) / (low + 0.05);
      };
      const found = [];
      const check = (name, colour, ground, opacity = 1) => {
        const mixed = numbers(colour).slice(0, 3).map((value, at) => value * opacity + ground[at] * (1 - opacity));
        const ratio = contrast(mixed, ground);
        if (ratio < 3) found.push(`${name}: ${ratio.toFixed(2)}`);
      };
      for (const [name, [selector, property, around]] of Object.entries(all)) {
        const element = document.querySelector(selector);
        if (!element) { found.push(`${name}: not there`); continue; }
        const style = getComputedStyle(element);
        const ground = getComputedStyle(element.closest(around) ?? document.querySelector(around)).backgroundColor;
        check(name, style[property], numbers(ground).slice(0, 3), Number(style.opacity));
      }
      // The ring of the focus: against what it stands on, or against its own second colour.
      const field = document.querySelector('.utrecht-textbox');
      field.focus();
      const { outlineColor, boxShadow } = getComputedStyle(field);
      const shadow = numbers(boxShadow.match(/rgba?\([^)]*\)/)[0]).slice(0, 3);
      check('the ring', outlineColor, shadow);
      for (const place of ['.vraag', '.kaart', 'body', '.hoofd']) {
        const ground = numbers(getComputedStyle(document.querySelector(place)).backgroundColor).slice(0, 3);
        const most = Math.max(contrast(numbers(outlineColor).slice(0, 3), ground), contrast(shadow, ground));
        if (most < 3) found.push(`the ring on ${place}: ${most.toFixed(2)}`);
      }
      return found;
    }, SEEN);
    assert.deepEqual(faint, []);
  });
}

pageTest('never colour alone: what differs is bold, marked and said', WIDE, async ({ page }) => {
  await threeSituations(page);
  const cells = page.locator('.geval__anders');
  assert.ok(await cells.count() > 0);
  for (const cell of await cells.all()) {
    assert.match(await cell.textContent(), /anders/);
    assert.ok(Number(await cell.evaluate((element) => getComputedStyle(element).fontWeight)) >= 600);
  }
  // A difference has its sign in words of its own, not only its colour.
  const differences = await page.locator('[data-situatie="verschil"].bedrag--meer, [data-situatie="verschil"].bedrag--minder').allInnerTexts();
  assert.ok(differences.length > 2);
  for (const written of differences) assert.match(written, /^[+−]/);
});
