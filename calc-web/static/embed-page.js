'use strict';
// Makes the lines that a host puts in its page, and shows what comes of them: by the same embed.js.
{
  const find = (id) => document.getElementById(id);
  const form = find('keuzen');
  const folder = new URL('./', location.href);
  const EMBED = new URL('embed.js', folder).href;
  /** With it a browser runs nothing but what this site has today. */
  const { integrity } = document.currentScript.dataset;
  /** A fixed height: room for one question on a phone. */
  const PLAIN_HEIGHT = 900;

  const quoted = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const written = (attributes) => Object.entries(attributes).map(([name, value]) => ` ${name}="${quoted(value)}"`).join('');

  /** What was chosen; a choice that is no word is left out. */
  function chosen() {
    const all = ['lang', 'theme', 'modus'].map((name) => [name, form.elements[name].value]);
    return { words: all.filter(([, value]) => value !== ''), title: form.elements.lang.selectedOptions[0].dataset.title };
  }

  function show() {
    const { words, title } = chosen();
    const data = Object.fromEntries([...words.map(([name, value]) => [`data-${name}`, value]), ['data-title', title]]);
    const own = { src: EMBED, integrity, crossorigin: 'anonymous', referrerpolicy: 'no-referrer' };
    find('regel').value = `<script async${written({ ...own, ...data })}></script>`;

    const address = new URL(folder);
    words.forEach(([name, value]) => address.searchParams.set(name, value));
    const plain = { src: address.href, title, width: '100%', height: `${PLAIN_HEIGHT}`, referrerpolicy: 'no-referrer', allow: 'clipboard-write' };
    find('kaal').value = `<iframe${written(plain)}></iframe>`;
    find('beleid').value = `script-src ${EMBED}; frame-src ${folder.href}`;

    const script = document.createElement('script');
    Object.entries({ ...own, ...data }).forEach(([name, value]) => script.setAttribute(name, value));
    find('voorbeeld').replaceChildren(script);
  }

  async function copy(id) {
    const said = find('gekopieerd');
    const field = find(id);
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = said.dataset.ja;
    } catch (_) {
      field.select();
      said.textContent = said.dataset.nee;
    }
  }

  form.addEventListener('change', show);
  document.querySelectorAll('[data-kopieer]').forEach((button) => {
    button.addEventListener('click', () => copy(button.dataset.kopieer));
  });
  show();
}
