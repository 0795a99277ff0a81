// Reads Mermaid texts with Mermaid's own parser.
// Standard input: a list of texts. Standard output: for each what it understood, or {"error": why not}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const modules = join(process.argv[2], "node_modules");
const { JSDOM } = createRequire(join(modules, "x.js"))("jsdom");
const { window } = new JSDOM("<!doctype html><body></body>");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import(pathToFileURL(join(modules, "mermaid/dist/mermaid.core.mjs")));
mermaid.initialize({ startOnLoad: false });

// Mermaid puts these in place of entity codes until it draws. Some texts are HTML, others are not.
const shown = (text) =>
  String(text ?? "").replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
const shownHtml = (text) => {
  const node = window.document.createElement("textarea");
  node.innerHTML = String(text ?? "").replaceAll("<b></b>", "").replace(/ﬂ°°/g, "&#").replace(/¶ß/g, ";");
  return node.value;
};

const understand = async (text) => {
  await mermaid.parse(text);
  const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const common = { type, name: shownHtml(db.getAccTitle()), description: shownHtml(db.getAccDescription()) };
  if (type === "journey") {
    return {
      ...common,
      title: shownHtml(db.getDiagramTitle()),
      sections: db.getSections().map(shown),
      tasks: db.getTasks().map(({ section, task, score, people }) => ({
        section: shown(section),
        task: shown(task),
        score,
        people: people.map(shown),
      })),
    };
  }
  return {
    ...common,
    nodes: Object.fromEntries([...db.getVertices()].map(([id, node]) => [id, shownHtml(node.text)])),
    groups: Object.fromEntries(db.getSubGraphs().map(({ id, title }) => [id, shownHtml(title)])),
    members: Object.fromEntries(db.getSubGraphs().map(({ id, nodes }) => [id, nodes])),
    edges: db.getEdges().map(({ start, end, text }) => [start, end, shownHtml(text)]),
  };
};

const results = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    results.push(await understand(text));
  } catch (error) {
    results.push({ error: String(error) });
  }
}
process.stdout.write(JSON.stringify(results), () => process.exit(0));
