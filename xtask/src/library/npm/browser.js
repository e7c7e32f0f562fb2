import { once, start } from './common.js';
import init from './rekenhulp.js';

export const load = once(() => start(init, fetch(new URL('./rekenhulp_bg.wasm', import.meta.url))));
