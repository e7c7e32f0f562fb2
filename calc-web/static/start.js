// Starts the page. A browser that cannot is told so in words.
import init from './calc_web.js';

init().catch((error) => {
  document.getElementById('app').hidden = true;
  document.getElementById('mislukt').hidden = false;
  throw error;
});
