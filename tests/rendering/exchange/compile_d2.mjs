// Compiles D2 texts with D2's own compiler.
// Standard input: a list of texts. Standard output: for each labels of shapes and connections, or {"error": why not}.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const modules = join(process.argv[2], "node_modules");
const { D2 } = await import(pathToFileURL(join(modules, "@terrastruct/d2/dist/node-esm/index.js")));
const d2 = new D2();
const results = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const { diagram } = await d2.compile(text);
    results.push({
      shapes: Object.fromEntries(diagram.shapes.map(({ id, label }) => [id, label])),
      edges: diagram.connections.map(({ src, dst, label }) => [src, dst, label]),
    });
  } catch (error) {
    results.push({ error: error.message });
  }
}
process.stdout.write(JSON.stringify(results), () => process.exit(0));
