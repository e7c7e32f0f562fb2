// The score of a site as the HTTP Observatory counts it: scoring methodology of MDN, read 2026-11-28 at
// https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring, and the table in its source,
// https://github.com/mdn/mdn-http-observatory (src/grader/charts.js, src/analyzer/tests/). Of each test the outcomes that a
// site without cookies can have; what is not recognised counts as the worst of them.

const BASE = 100;
/** Points above the base count only from here on. */
const EXTRA_FROM = 90;
const SIX_MONTHS = 15_768_000;
const BROAD = ['ftp:', 'http:', 'https:', '*', 'http://*', 'http://*.*', 'https://*', 'https://*.*'];
const INLINE = ["'unsafe-inline'", 'data:'];

/** The directives of a policy, each with its sources. */
const directives = (policy = '') => new Map(policy.toLowerCase().split(';')
  .map((directive) => directive.trim().split(/\s+/)).filter(([name]) => name).map(([name, ...sources]) => [name, sources]));

const has = (sources, any) => sources.some((source) => any.includes(source));

function policy({ headers }) {
  const all = directives(headers['content-security-policy']);
  if (all.size === 0) return -25;
  const of = (name) => all.get(name) ?? all.get('default-src') ?? ['*'];
  const [scripts, styles, objects] = ['script-src', 'style-src', 'object-src'].map(of);
  if (has(scripts, [...BROAD, ...INLINE]) || has(objects, BROAD)) return -20;
  const plain = (source) => /^(http|ftp):/.test(source);
  if ([...all].some(([name, sources]) => !/^(img|media)-src$/.test(name) && sources.some(plain))) return -20;
  if (has([...scripts, ...styles], ["'unsafe-eval'"])) return -10;
  if ([...of('img-src'), ...of('media-src')].some(plain)) return -10;
  if (has(styles, [...BROAD, ...INLINE])) return 0;
  return `${all.get('default-src')}` === "'none'" ? 10 : 5;
}

function framing({ headers }) {
  const ancestors = directives(headers['content-security-policy']).get('frame-ancestors');
  if (ancestors && !has(ancestors, BROAD)) return 5;
  return /^(deny|sameorigin)$/i.test(headers['x-frame-options'] ?? '') ? 0 : -20;
}

function transport({ headers }) {
  const age = /^max-age=(\d+)/i.exec(headers['strict-transport-security'] ?? '');
  if (!age) return -20;
  return Number(age[1]) >= SIX_MONTHS ? 0 : -10;
}

/** Every script of the page with a hash, or from the site itself. */
function integrity({ body }) {
  const scripts = [...body.toString().matchAll(/<script\b[^>]*\bsrc="([^"]*)"[^>]*>/g)];
  const foreign = scripts.filter(([, src]) => /^(https?:)?\/\//.test(src));
  if (foreign.length > 0) return foreign.every(([tag]) => tag.includes('integrity=')) ? 5 : -50;
  return scripts.length > 0 && scripts.every(([tag]) => tag.includes('integrity=')) ? 5 : 0;
}

const referrer = ({ headers }) =>
  (/^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(headers['referrer-policy']) ? 5 : -5);
const resources = ({ headers }) => ({ 'same-origin': 10, 'same-site': 10, 'cross-origin': 0, undefined: 0 })[headers['cross-origin-resource-policy']] ?? -5;
const sharing = ({ headers }) => (headers['access-control-allow-credentials'] ? -50 : 0);
const sniffing = ({ headers }) => (headers['x-content-type-options'] === 'nosniff' ? 0 : -5);
const cookies = ({ headers }) => (headers['set-cookie'] ? -40 : 0);
const redirection = (_, { status, headers }) => ([301, 302, 307, 308].includes(status) && /^https:/.test(headers.location) ? 0 : -20);

/** The score of the page's answer, and of the one to the same without TLS. */
export function score(page, plain) {
  const tests = { policy, framing, transport, integrity, referrer, resources, sharing, sniffing, cookies, redirection };
  const counted = Object.fromEntries(Object.entries(tests).map(([name, test]) => [name, test(page, plain)]));
  const sum = (keep) => Object.values(counted).filter(keep).reduce((all, points) => all + points, 0);
  const without = BASE + sum((points) => points < 0);
  return { counted, score: without >= EXTRA_FROM ? without + sum((points) => points > 0) : without };
}
