// node lighthouse.mjs TOOLS CHROMIUM FORM URL...: prints the scores (0 to 100) and the times of each page as JSON.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [tools, chromePath, form, ...urls] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(createRequire(`${tools}/`).resolve(name)));
const { launch } = await load("chrome-launcher");
const { default: lighthouse, desktopConfig } = await load("lighthouse");
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
const found = {};
for (const url of urls) {
  const run = await lighthouse(url, { port: chrome.port, logLevel: "silent" }, form === "desktop" ? desktopConfig : undefined);
  const { categories, audits } = run.lhr;
  found[url] = {
    scores: Object.fromEntries(Object.values(categories).map((one) => [one.id, Math.round(one.score * 100)])),
    lcp: audits["largest-contentful-paint"].numericValue,
    cls: audits["cumulative-layout-shift"].numericValue,
    tbt: audits["total-blocking-time"].numericValue,
    failed: Object.values(audits)
      .filter((one) => one.score !== null && one.score < 0.9 && one.scoreDisplayMode !== "informative")
      .map((one) => `${one.id}: ${one.title}`),
  };
}
await chrome.kill();
process.stdout.write(JSON.stringify(found));
