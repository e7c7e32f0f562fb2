// Holds a package for Node.js against the set: node run.mjs PACKAGE
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const WORDS = ['tekst', 'reden', 'toegestaan'];
const folder = fileURLToPath(new URL('.', import.meta.url));

/** Where two values differ first; nothing when they do not. Our words are left out. */
function difference(found, expected, path = '') {
  if (typeof expected !== 'object' || expected === null) {
    return found === expected ? null : `${path}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`;
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found) !== Array.isArray(expected)) {
    return `${path}: ${JSON.stringify(found)} instead of ${Array.isArray(expected) ? 'a list' : 'an object'}`;
  }
  const names = (value) => Object.keys(value).filter((name) => !WORDS.includes(name)).sort();
  const [has, should] = [names(found), names(expected)];
  if (has.join() !== should.join()) return `${path}: has ${has}, should have ${should}`;
  for (const name of should) {
    const inner = difference(found[name], expected[name], path ? `${path}.${name}` : name);
    if (inner) return inner;
  }
  return null;
}

function ask(rekenhulp, { vraag, situatie, opties }) {
  try {
    return { uitkomst: rekenhulp[vraag](situatie, opties) };
  } catch (error) {
    if (!Array.isArray(error.problems)) throw error;
    return { problemen: error.problems };
  }
}

const { load } = await import(pathToFileURL(resolve(process.argv[2])));
const rekenhulp = await load();
let [same, other] = [0, 0];
for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl'))) {
  for (const line of readFileSync(`${folder}/${file}`, 'utf8').trimEnd().split('\n')) {
    const asked = JSON.parse(line);
    const expected = asked.problemen ? { problemen: asked.problemen } : { uitkomst: asked.uitkomst };
    const differs = difference(ask(rekenhulp, asked), expected);
    if (differs) console.log(`${file}: ${asked.naam}: ${differs}`);
    if (differs) other += 1;
    else same += 1;
  }
}
console.log(`${same} the same, ${other} different`);
process.exitCode = other > 0 || same === 0 ? 1 : 0;
