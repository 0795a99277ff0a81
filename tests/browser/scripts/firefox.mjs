// node firefox.mjs TOOLS FIREFOX AXE URL...: opens each page in Firefox and prints what is wrong there as JSON:
// messages of the console, requests to others, sideways scroll, what axe finds.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const [tools, executablePath, axe, ...urls] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(createRequire(`${tools}/`).resolve(name)));
const { default: puppeteer } = await load("puppeteer");
const source = readFileSync(axe, "utf-8");
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
const found = {};
const page = await browser.newPage();
let faults = [];
page.on("console", (message) => {
  if (["error", "warn"].includes(message.type())) faults.push(`console: ${message.text()}`);
});
page.on("pageerror", (error) => faults.push(`error: ${error}`));
let own = "";
page.on("request", (request) => {
  const address = request.url();
  if (!address.startsWith(own) && !address.startsWith("data:")) faults.push(`request: ${address}`);
});
for (const url of urls) {
  faults = [];
  own = url.startsWith("file:") ? "file:" : new URL(url).origin;
  for (const width of [1440, 320]) {
    await page.setViewport({ width, height: 900 });
    await page.goto(url);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) faults.push(`scrolls sideways by ${wide} px at ${width} px`);
  }
  // A page is judged once it has laid out all of itself, which it does part by part.
  await page.waitForFunction(() => [...document.querySelectorAll(".section, .stage")]
    .every((part) => getComputedStyle(part).contentVisibility !== "auto"));
  await page.evaluate(`${source}; undefined`);
  const violations = await page.evaluate(async (values) => {
    const result = await axe.run(document, { runOnly: { type: "tag", values }, preload: false });
    return result.violations.flatMap((one) => one.nodes.map((node) => `axe ${one.id}: ${node.html.slice(0, 200)}`));
  }, ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  faults.push(...violations);
  if (faults.length) found[url] = [...new Set(faults)];
}
await browser.close();
process.stdout.write(JSON.stringify(found));
