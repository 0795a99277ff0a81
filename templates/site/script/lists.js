// Tables and lists that can be sorted and searched: without it they say the same in their own order.
(function () {
  "use strict";
  var lang = document.documentElement.lang || "en";

  function each(selector, act, within) { Array.prototype.forEach.call((within || document).querySelectorAll(selector), act); }
  function rowsOf(table) { return Array.prototype.slice.call(table.tBodies[0].rows); }

  document.addEventListener("DOMContentLoaded", function () {
    each("table[data-sortable]", sortByHeaders);
    each("input[data-filter]", filterRows);
  });

  function sortByHeaders(table) {
    var collator = collate(), headers = Array.prototype.slice.call(table.tHead.rows[0].cells);
    headers.forEach(function (header, column) {
      var button = document.createElement("button"), kind = header.dataset.kind || "text";
      button.type = "button";
      button.className = "sort";
      while (header.firstChild) button.appendChild(header.firstChild);
      header.appendChild(button);
      button.addEventListener("click", function () {
        // Whoever asks for a number wants the largest one first, or the latest day; the worst feeling is the lowest one.
        var first = kind === "number" || kind === "day" ? "descending" : "ascending";
        var other = first === "ascending" ? "descending" : "ascending";
        var order = header.getAttribute("aria-sort") === first ? other : first;
        headers.forEach(function (each) { each.removeAttribute("aria-sort"); });
        header.setAttribute("aria-sort", order);
        sort(table, column, kind, order === "ascending" ? 1 : -1, collator);
      });
    });
  }

  function collate() {
    try { return new Intl.Collator(lang, { numeric: true }); } catch (error) { return new Intl.Collator("en", { numeric: true }); }
  }

  function sort(table, column, kind, sign, collator) {
    var keyed = rowsOf(table).map(function (row, place) { return { row: row, place: place, key: keyOf(row.cells[column], kind) }; });
    keyed.sort(function (one, other) {
      // What is not known stands last, whichever way the rest is sorted.
      if (one.key === null || other.key === null) return (one.key === null) - (other.key === null) || one.place - other.place;
      var order = typeof one.key === "number" ? one.key - other.key : collator.compare(one.key, other.key);
      return sign * order || one.place - other.place;
    });
    keyed.forEach(function (each) { table.tBodies[0].appendChild(each.row); });
  }

  function keyOf(cell, kind) {
    var text = (cell.dataset.sort || cell.textContent).trim();
    if (kind !== "number" && kind !== "feeling") return text || null;
    var number = /-?\d+(\.\d+)?/.exec(text.replace(/\u2212/g, "-").replace(",", "."));
    return number ? Number(number[0]) : null;
  }

  function filterRows(input) {
    var list = document.getElementById(input.dataset.filter), told = document.getElementById(input.dataset.told);
    var clear = document.getElementById(input.dataset.clear);
    function filter() {
      var words = input.value.toLocaleLowerCase(lang).split(/\s+/).filter(Boolean), shown = 0, all = 0;
      each("[data-words]", function (entry) {
        entry.hidden = !words.every(function (word) { return entry.dataset.words.indexOf(word) >= 0; });
        all += 1;
        if (!entry.hidden) shown += 1;
      }, list);
      clear.hidden = !words.length;
      told.textContent = !words.length ? "" : !shown ? told.dataset.none : told.dataset.found.replace("{shown}", shown).replace("{all}", all);
    }
    input.addEventListener("input", filter);
    clear.addEventListener("click", function () {
      input.value = "";
      filter();
      input.focus();
    });
  }
})();
