'use strict';
// Starts the page: the words of its language and the calculator first, the rest of the words after. All of it is asked
// for at once, so that nothing has to be asked for later. Whatever fails ends in one message, with its cause and a way
// to try again; when this script itself does not come, the style shows the message (docs/decisions/0006-offline.md).
//
// A plain script, in the JavaScript of 2018: a browser that is too old for the calculator can still say so.
{
  const root = document.documentElement;
  const app = document.getElementById('app');
  const message = document.getElementById('mislukt');
  root.dataset.start = '';
  message.hidden = true;
  app.hidden = false;

  /** The files of this version by their address, and how many bytes each has. */
  const lengths = new Map(root.dataset.bestanden.split(' ').map((file) => {
    const [address, length] = file.split(',');
    return [address, Number(length)];
  }));
  const GLUE = 'calc_web.js';
  const folder = [...lengths.keys()].find((address) => address.endsWith(`/${GLUE}`)).slice(0, -GLUE.length);

  const query = new URLSearchParams(location.search);
  const tags = root.dataset.talen.split(' ');
  const asked = query.get('lang');
  const tag = tags.includes(asked) ? asked : tags[0];

  // How it looks, and where it stands

  const add = (element, its) => document.head.append(Object.assign(document.createElement(element), its));
  const theme = query.get('theme');
  if (theme && root.dataset.themes.split(' ').includes(theme)) add('link', { rel: 'stylesheet', href: `${folder}themes/${theme}.css` });
  // In the page of another.
  if (parent !== window) add('script', { src: `${folder}frame.js` });

  // Telling what is wrong

  /** So long the page may load before it says that this takes long. */
  const PATIENCE_MS = 6000;
  const fault = (reason) => Object.assign(new Error(reason), { reason });

  /** The words of a message in the language of the page, else in the first. */
  function words(key) {
    const all = [...document.getElementById('redenen').content.querySelectorAll(`[data-reden="${key}"]`)];
    return all.find(({ lang }) => lang === (root.hasAttribute('data-gereed') ? root.lang : tag)) || all[0];
  }

  /** The one message, in place of the page. */
  function tell(reason) {
    const [sentence, link] = message.querySelectorAll('p, a');
    for (const [element, key] of [[sentence, reason], [link, 'opnieuw']]) {
      const { textContent, lang } = words(key);
      Object.assign(element, { textContent, lang });
    }
    app.hidden = true;
    message.hidden = false;
  }

  // A style that does not come keeps everything from being painted, the message too: it is let go, and taken when it comes.
  const style = document.querySelector('link[rel="stylesheet"]');
  const slow = setTimeout(() => {
    if (!style.sheet) {
      style.media = 'print';
      style.onload = () => { style.media = 'all'; };
    }
    tell(navigator.onLine ? 'traag' : 'verbinding');
  }, PATIENCE_MS);

  // Getting the files

  /** The bytes of a file, whole. Nothing but its length is looked at: this runs where a browser gives no hashes too. */
  async function once(address, options) {
    const lost = () => { throw fault('verbinding'); };
    const answer = await fetch(address, options).catch(lost);
    if (!answer.ok) throw fault('site');
    const bytes = await answer.arrayBuffer().catch(lost);
    // Broken off, or the page of a network that wants her to log in first.
    if (lengths.has(address) && lengths.get(address) !== bytes.byteLength) lost();
    return bytes;
  }

  /** The same; what is wrong is asked for anew past the browser's cache, so that it does not stay wrong. */
  const whole = (address, options) =>
    once(address, options).catch(() => once(address, { cache: 'reload' }));

  const text = async (name, priority) =>
    new TextDecoder().decode(await whole(`${folder}talen/${name}.txt`, { priority }));

  /** Makes an address new to the browser: what it could not use under the old one it does not ask for again. */
  const anew = (address) => `${address}?${Date.now()}`;

  /** The JavaScript of a module. */
  async function glue(name) {
    const load = async (address) => {
      const module = await import(new URL(address, document.baseURI).href);
      // A file without anything in it is JavaScript too.
      return module.default ? module : Promise.reject(fault('verbinding'));
    };
    const address = folder + name;
    try {
      return await load(address);
    } catch (_) {
      await once(address, { cache: 'reload' });
      // It is whole and this browser is recent: else it is sent as something that it is not.
      return load(anew(address)).catch(() => { throw fault('site'); });
    }
  }

  /** The calculator, compiled while it comes; what cannot be compiled is asked for anew. */
  async function calculator() {
    const address = `${folder}calc_web_bg.wasm`;
    const coming = fetch(address).then((answer) => {
      const isModule = answer.ok && answer.headers.get('Content-Type') === 'application/wasm';
      return isModule ? answer : answer.arrayBuffer();
    });
    coming.catch(() => {});
    const { default: init, ...calls } = await glue(GLUE);
    try {
      await init({ module_or_path: coming });
    } catch (_) {
      await init({ module_or_path: await once(address, { cache: 'reload' }) }).catch((error) => {
        // It is whole: when it cannot be read, that is the browser's.
        throw fault(error instanceof WebAssembly.CompileError ? 'browser' : 'site');
      });
    }
    return calls;
  }

  /** Waits until a style was read, or could not be. */
  const settled = (link) => new Promise((resolve) => {
    if (link.sheet || document.readyState === 'complete') resolve();
    ['load', 'error'].forEach((event) => link.addEventListener(event, resolve));
    addEventListener('load', resolve);
  });

  /** Without its style the page shows things that do not belong together; the last line of the style tells it is whole. */
  async function dressed() {
    const isWhole = () => getComputedStyle(root).getPropertyValue('--stijl-heel') !== '';
    await settled(style);
    if (isWhole()) return;
    await whole(style.getAttribute('href'), { cache: 'reload' });
    const again = style.cloneNode();
    again.href = anew(style.getAttribute('href'));
    const came = new Promise((resolve) => { Object.assign(again, { onload: resolve, onerror: resolve }); });
    style.replaceWith(again);
    await came;
    if (!isWhole()) throw fault('site');
  }

  /** A module with a value that only the browser can read: what the calculator is made of, of 2021 and later. */
  const RECENT = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0);
  const isTooOld = () => typeof WebAssembly !== 'object' || !WebAssembly.validate(RECENT)
    || typeof Intl !== 'object' || typeof Intl.NumberFormat !== 'function';

  // When the calculator stops

  /** What was typed, as the fragment of an address, and the case that was answered. */
  let draft = '';
  let answered = '';
  /** The language of the page; that of the document is changed by who translates it. */
  let language = tag;
  /** Fills in the places of the page, and tells everything that was done; once the second module is there. */
  let fill = () => {};
  let trace = () => undefined;
  let isStopped = false;

  // An error in the calculator leaves its memory as it was halfway: it may not compute any more. What the page refuses
  // in words (`problems`) is no such error, nor is one of somebody else's script.
  const isTrap = (error) => error instanceof Error && !Array.isArray(error.problems)
    && (/wasm|calc_web/.test(error.stack) || (!isTooOld() && error instanceof WebAssembly.RuntimeError));

  /** What was filled in, to be read and no more: a picture of the questions, without anything that was computed. */
  function picture() {
    const questions = app.querySelector('.vragen');
    if (!questions) return;
    const frame = questions.parentElement.cloneNode(false);
    const copy = frame.appendChild(questions.cloneNode(true));
    const lists = questions.querySelectorAll('select');
    copy.querySelectorAll('select').forEach((list, at) => { list.selectedIndex = lists[at].selectedIndex; });
    copy.querySelectorAll('.balk, [data-bedrag], svg').forEach((answer) => answer.remove());
    const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (/€|\d[.,]\d\d/.test(texts.currentNode.data)) texts.currentNode.data = '';
    }
    frame.inert = true;
    message.after(frame);
  }

  /** No amount stays beside what is typed after this. */
  function stop() {
    clearTimeout(slow);
    isStopped = true;
    picture();
    app.remove();
    tell('gestopt');
    root.removeAttribute('data-gereed');
    message.focus();
  }
  const stopIfTrap = (error) => {
    const traps = isTrap(error);
    if (traps && !isStopped) stop();
    return traps;
  };
  addEventListener('error', ({ error }) => stopIfTrap(error));
  addEventListener('unhandledrejection', ({ reason }) => stopIfTrap(reason));

  /** Who calls the calculator from outside may catch its errors: the page has to know of them all the same. */
  function guard(api) {
    for (const [name, call] of Object.entries(api)) {
      api[name] = (...given) => {
        try {
          if (!isStopped) return call(...given);
        } catch (error) {
          if (!stopIfTrap(error)) throw error;
        }
        throw Object.assign(new Error(words('gestopt').textContent), { problems: [] });
      };
    }
  }

  // Nothing is kept on the device for this: what was typed last, and was answered, goes along behind the `#` of the
  // address, which no server gets. Not what was typed when it stopped: that may be what stops it. Where it stopped before
  // it answered anything, the case of the address goes, for the same reason.
  message.querySelector('a').addEventListener('click', (event) => {
    event.preventDefault();
    // The page would ask whether she wants to leave it.
    addEventListener('beforeunload', (leaving) => leaving.stopImmediatePropagation(), true);
    if (isStopped) {
      try {
        history.replaceState(null, '', location.pathname + location.search + draft);
      } catch (_) {
        // In a frame that may not change its address.
        location.hash = draft;
      }
    }
    location.reload();
  });

  // Starting

  /** The worker that makes the page open without internet. Where it may not be (no https, a frame that may keep
   *  nothing, a build without it) the page works all the same, and says that it is not kept. */
  async function keep(worker) {
    await navigator.serviceWorker.register(worker);
    await navigator.serviceWorker.ready;
    root.dataset.bewaard = '';
  }
  if (root.dataset.bewaarder) keep(root.dataset.bewaarder).catch(() => {});

  // What stands around the answer has its words in a second file. Who opens a case, or a coach, sees it at once.
  const later = `${tag}-uitleg`;
  const early = text(later, 'low');
  early.catch(() => {});
  const atOnce = location.hash !== '' || /[?&]modus=coach\b/.test(location.search);

  async function start() {
    if (isTooOld()) throw fault('browser');
    const around = atOnce ? early.catch(() => null) : null;
    const [first, more, { begin, learn, short }] = await Promise.all([text(tag, 'high'), around, calculator(), dressed()]);
    clearTimeout(slow);
    message.hidden = true;
    app.hidden = false;
    const heard = {
      draft: (told) => { draft = told; },
      language: (told) => { language = told; },
      case: (told) => {
        answered = told || answered;
        fill();
      },
      trace: () => trace(),
    };
    const listen = (what, told) => (isStopped ? undefined : heard[what](told));
    if (more) learn(tag, more);
    if (!begin(tag, first, listen)) throw fault('site');
    guard(globalThis.rekenhulp);
    return { learn, short };
  }
  const begun = start();
  begun.catch((error) => {
    clearTimeout(slow);
    if (!stopIfTrap(error)) tell(error.reason || 'site');
    console.error(error);
  });

  /** The engine for programs, whole, which also fills in what the page leaves open; until it is there programs have what the page computes. */
  async function programs() {
    const coming = [glue('rekenhulp.js'), whole(`${folder}rekenhulp_bg.wasm`, { priority: 'low' })];
    const [{ default: init, vul, vul_uren: fillHours, spoor }, bytes] = await Promise.all(coming);
    const { short } = await begun;
    await init({ module_or_path: bytes });
    guard(globalThis.rekenhulp);
    const safe = (call) => {
      try {
        return isStopped ? undefined : call();
      } catch (error) {
        stopIfTrap(error);
      }
      return undefined;
    };
    // The hours line takes longer than the rest: it comes once the answer is on the screen.
    let later;
    fill = () => safe(() => {
      if (!answered) return;
      const words = vul(answered, language);
      // In a turn of its own: the page may be drawing.
      queueMicrotask(() => safe(() => short(words)));
      clearTimeout(later);
      later = setTimeout(() => safe(fillHours), HOURS_MS);
    });
    trace = () => safe(spoor);
    fill();
    // The page puts off what follows after drawing, and printing does not wait for it: the sheet is there, its places empty.
    addEventListener('beforeprint', () => fill());
  }
  const HOURS_MS = 100;

  // Without its explanations, or another language, the page still gives its answer: it says what is not there.
  const rest = [
    [tag, later],
    ...tags.filter((other) => other !== tag).reduce((all, other) => [...all, [other, other], [other, `${other}-uitleg`]], []),
  ];
  const LATER_MS = 15000;
  const soon = () => new Promise((resolve) => {
    setTimeout(resolve, LATER_MS);
    addEventListener('online', resolve);
  });
  const twice = (get, ends) => get().catch((error) => ends(error) || soon().then(get)).catch(ends);
  for (const [other, name] of rest) {
    let coming = name === later ? early : null;
    twice(() => {
      const words = coming || text(name, 'low');
      coming = null;
      return words.then((more) => begun.then(({ learn }) => learn(other, more)));
    }, stopIfTrap);
  }
  // The page does without.
  twice(programs, () => false);
}
