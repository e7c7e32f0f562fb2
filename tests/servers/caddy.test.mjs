// The site on Caddy, from Debian's packages.
import { siteTests } from './site.mjs';

siteTests('caddy');
