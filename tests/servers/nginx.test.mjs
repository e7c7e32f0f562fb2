// The site on nginx, from Debian's packages.
import assert from 'node:assert/strict';
import { siteTests, testsOn, uploadTest } from './site.mjs';

siteTests('nginx');

// As some hosts of static files do, and the configuration does not: the page in the place of whatever is not there.
const change = (text) => {
  const [none, page] = ['try_files $uri =404;', 'try_files $uri /index.html;'];
  assert.ok(text.includes(none));
  return text.replace(none, page);
};
uploadTest(testsOn('nginx'), 'the page in the place of files that are not there yet', { change });
