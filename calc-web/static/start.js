import init from './calc_web.js';
init();
