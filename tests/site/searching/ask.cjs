// Answers questions about an index with the script that pages load: one question and one answer a line.
const fs = require("node:fs"), vm = require("node:vm"), readline = require("node:readline");
vm.runInThisContext(fs.readFileSync(process.argv[2], "utf8"));

readline.createInterface({ input: process.stdin }).on("line", function (line) {
  const asked = JSON.parse(line);
  let index;
  journeymapSearch.take = function (kinds, texts, entries) { index = journeymapSearch.start(kinds, texts, entries); };
  vm.runInThisContext(asked.file);
  // In as many turns as there are entries, as on a page that is busy.
  for (let turns = 0, done = false; !done; turns += 1) {
    let left = asked.at_once || Infinity;
    done = journeymapSearch.grow(index, function () { left -= 1; return left < 0; });
  }
  console.log(JSON.stringify({
    kinds: index.kinds,
    entries: index.entries,
    found: asked.queries.map(function (query) { return Array.from(journeymapSearch.find(index, query)); }),
    marked: (asked.marks || []).map(function (pair) { return journeymapSearch.mark(pair[0], pair[1]); }),
    polluted: Object.keys(Object.prototype).length + Object.keys(globalThis).filter(function (name) { return name === "pwned"; }).length,
  }));
});
