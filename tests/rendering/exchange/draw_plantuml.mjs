// Draws PlantUML texts with PlantUML itself (its engine compiled to JavaScript) and reads what is shown.
// Standard input: a list of texts. Standard output: for each shown lines, or {"error": why not}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";

const modules = join(process.argv[2], "node_modules");
const require = createRequire(join(modules, "x.js"));
const { JSDOM } = require("jsdom");
Object.assign(globalThis, { require, __filename: join(modules, "x.js") });
vm.runInThisContext(readFileSync(join(modules, "@plantuml/core/viz-global.js"), "utf8"));

// A page without a screen measures nothing; any width will do to read texts.
const { window } = new JSDOM("<!doctype html><body></body>");
const { document, DOMParser, XMLSerializer } = window;
Object.assign(globalThis, { window, document, DOMParser, XMLSerializer });
const metrics = { actualBoundingBoxAscent: 9, actualBoundingBoxDescent: 3 };
window.HTMLCanvasElement.prototype.getContext = () => ({
  measureText: (text) => ({ ...metrics, width: 7 * text.length }),
});
window.SVGElement.prototype.getBBox = function () {
  return { x: 0, y: -9, width: 7 * this.textContent.length, height: 12 };
};

console.log = console.error = () => {};
const { renderToString } = await import(pathToFileURL(join(modules, "@plantuml/core/plantuml.js")));
const draw = (text) =>
  new Promise((resolve) => {
    const read = (svg) =>
      resolve([...new JSDOM(svg).window.document.querySelectorAll("text")].map((node) => node.textContent));
    renderToString(text.split("\n"), read, (error) => resolve({ error: String(error) }));
  });
const results = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  results.push(await draw(text));
}
process.stdout.write(JSON.stringify(results), () => process.exit(0));
