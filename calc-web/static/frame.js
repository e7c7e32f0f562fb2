'use strict';
// What belongs to the page when it stands in the page of another: start.js asks for it then. embed.js is the other side.
{
  /** Of the messages between the two pages. */
  const VERSION = 1;
  const root = document.documentElement;

  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: document.currentScript.src.replace(/js$/, 'css') });
  document.head.append(link);

  // Host and frame share one history: a step of ours would stand between her and the host's page before.
  History.prototype.pushState = History.prototype.replaceState;

  /** The origin of the page around this one, once it has answered. */
  let host = null;

  let told = 0;

  function tell() {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ rekenhulp: VERSION, height }, host);
  }

  /** From here on the frame is as high as the page: all that could be scrolled is the host, which decides about that. */
  function stand() {
    root.style.overflow = 'hidden';
    const { focus } = HTMLElement.prototype;
    HTMLElement.prototype.focus = function focusInPlace() { focus.call(this, { preventScroll: true }); };
    Element.prototype.scrollIntoView = () => {};
    new ResizeObserver(tell).observe(root);
    // A browser draws nothing of a frame that is out of sight, and sees no size change there.
    new MutationObserver(tell).observe(root, { childList: true, subtree: true });
    tell();
  }

  addEventListener('message', ({ source, origin, data }) => {
    // A page without an origin, such as a file, could not be told from any other.
    const isHost = source === parent && origin !== 'null' && data && data.rekenhulp === VERSION;
    if (!isHost || host) return;
    host = origin;
    stand();
  });
  // Who is there is not known yet, so nothing is said but that.
  parent.postMessage({ rekenhulp: VERSION }, '*');
}
