import { readFile } from 'node:fs/promises';
import { once, start } from './common.js';
import init from './rekenhulp.js';

export const load = once(async () => start(init, await readFile(new URL('./rekenhulp_bg.wasm', import.meta.url))));
