// node pa11y.mjs TOOLS CHROMIUM URL...: prints what HTML_CodeSniffer finds against WCAG 2 AA on each page as JSON.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [tools, executablePath, ...urls] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(createRequire(`${tools}/`).resolve(name)));
const { default: pa11y } = await load("pa11y");
const { default: puppeteer } = await load("puppeteer");
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"] });
const found = {};
for (const url of urls) {
  const page = await browser.newPage();
  // The sniffer is a script of its own, and the pages' policy lets no other than theirs run.
  await page.setBypassCSP(true);
  const result = await pa11y(url, { browser, page, standard: "WCAG2AA", timeout: 60000 });
  if (result.issues.length) found[url] = result.issues.map((one) => `${one.code}: ${one.context}`);
  await page.close();
}
await browser.close();
process.stdout.write(JSON.stringify(found));
