// The browser of the tests and of the measurements.
import { chromium } from 'playwright-core';

/** Where the page is served, with a slash at the end. */
export const BASE_URL = process.env.BASE_URL ?? 'http://127.0.0.1:8080/';

// What Chromium does around a page, and no test needs. It would load the pop-up of its address bar, a page of some fifty
// scripts, for every new context: that was half of the time of a test. The switch replaces Playwright's own of the same
// name, so what Playwright leaves out stands here too.
const LEFT_OUT = [
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'PreloadTopChromeWebUI',
  'AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay', 'MediaRouter',
  'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

const FLAGS = [
  `--disable-features=${LEFT_OUT}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser, with more flags where a test needs them. */
export const launch = (more = []) =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...FLAGS, ...more] });

/** What a page complains of from here on, as it comes: errors nobody caught, and what stands in its console. */
export function complaints(page) {
  const problems = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  return problems;
}
