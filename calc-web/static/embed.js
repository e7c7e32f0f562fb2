'use strict';
// One line in the page of another puts the calculator there, in a frame as high as what it shows:
//
//   <script async src="https://…/embed.js" data-lang="nl" data-theme="…" data-modus="coach" data-title="…"></script>
//
// All of `data-` may be left out. Each line makes one frame, right behind it, whenever the script comes. It needs nothing of
// the host's page, stores nothing, and tells nobody where it stands. Its words do not change with the calculator's, so
// its hash stays (docs/embedding.md).
{
  /** Of the messages between the two pages; frame.js has the other side. */
  const VERSION = 1;
  /** Half a screen more than a question needs, until the frame has told its height. */
  const FIRST_HEIGHT = '45rem';

  const tag = document.currentScript;
  const address = new URL('./', tag.src);
  for (const name of ['lang', 'theme', 'modus']) {
    // Names and no addresses; which of them there are, the calculator knows.
    if (/^[\w-]+$/.test(tag.dataset[name] || '')) address.searchParams.set(name, tag.dataset[name]);
  }

  const frame = document.createElement('iframe');
  Object.assign(frame, {
    src: address,
    title: tag.dataset.title || 'Rekenhulp',
    referrerPolicy: 'no-referrer',
    allow: 'clipboard-write',
  });
  frame.dataset.rekenhulp = '';
  Object.assign(frame.style, { display: 'block', width: '100%', height: FIRST_HEIGHT, border: 0 });

  // The frame knocks, is answered by this page's origin, and then tells its height to that origin only.
  addEventListener('message', ({ source, origin, data }) => {
    const isOurs = source && source === frame.contentWindow && origin === address.origin;
    if (!isOurs || !data || data.rekenhulp !== VERSION) return;
    if (!('height' in data)) source.postMessage({ rekenhulp: VERSION }, origin);
    else if (data.height > 0 && data.height < 1e5) frame.style.height = `${+data.height}px`;
  });

  // A host that puts a kept page back runs its scripts once more, beside the frame of the first time.
  const earlier = tag.nextElementSibling;
  if (earlier && 'rekenhulp' in earlier.dataset) earlier.remove();
  tag.after(frame);
}
