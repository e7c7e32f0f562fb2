// Starts the page: first the words of its language and the calculator, then the rest of the words. All of it is
// asked for at once, so that nothing has to be asked for later. A browser that cannot is told so in words.
import init, { begin, learn } from './calc_web.js';

const root = document.documentElement;

// The worker that makes the page open without internet. Where it may not be (no https, a frame that may keep
// nothing, a build without it) the page works all the same, and says that it is not kept.
async function keep(worker) {
  await navigator.serviceWorker.register(worker);
  await navigator.serviceWorker.ready;
  root.dataset.bewaard = '';
}
if (root.dataset.bewaarder) keep(root.dataset.bewaarder).catch(() => {});

const tags = root.dataset.talen.split(' ');
const asked = new URLSearchParams(location.search).get('lang');
const tag = tags.includes(asked) ? asked : tags[0];

async function words(name, priority) {
  const answer = await fetch(new URL(`talen/${name}.txt`, import.meta.url), { priority });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.text();
}

const first = words(tag, 'high');
const rest = [
  [tag, words(`${tag}-uitleg`, 'low')],
  ...tags
    .filter((other) => other !== tag)
    .flatMap((other) => [other, `${other}-uitleg`].map((name) => [other, words(name, 'low')])),
];

const begun = Promise.all([first, init()]).then(([text]) => begin(tag, text));
begun.catch((error) => {
  document.getElementById('app').hidden = true;
  document.getElementById('mislukt').hidden = false;
  throw error;
});
// Without its explanations, or another language, the page still gives its answer.
for (const [other, text] of rest) {
  Promise.all([text, begun]).then(([more]) => learn(other, more), () => {});
}
