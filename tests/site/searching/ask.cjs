// Answers questions about an index with the script that pages load: one question and one answer a line.
const fs = require("node:fs"), vm = require("node:vm"), readline = require("node:readline");
vm.runInThisContext(fs.readFileSync(process.argv[2], "utf8"));

readline.createInterface({ input: process.stdin }).on("line", function (line) {
  const asked = JSON.parse(line);
  let kinds, entries;
  journeymapSearch.take = function (those, these) { kinds = those; entries = these; };
  vm.runInThisContext(asked.file);
  const index = journeymapSearch.build(kinds, entries);
  console.log(JSON.stringify({
    kinds: kinds,
    entries: entries,
    found: asked.queries.map(function (query) { return Array.from(journeymapSearch.find(index, query)); }),
    marked: (asked.marks || []).map(function (pair) { return journeymapSearch.mark(pair[0], pair[1]); }),
    polluted: Object.keys(Object.prototype).length + Object.keys(globalThis).filter(function (name) { return name === "pwned"; }).length,
  }));
});
