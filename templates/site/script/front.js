// The list of journeys on the front page, narrowed by words and choices; what was chosen stays in the address.
(function () {
  "use strict";
  var lang = document.documentElement.lang || "en";

  function byId(id) { return document.getElementById(id); }
  function listOf(nodes) { return Array.prototype.slice.call(nodes); }

  document.addEventListener("DOMContentLoaded", function () {
    if (byId("portfolio_") && byId("find_")) narrowJourneys();
  });

  function narrowJourneys() {
    var rows = listOf(byId("portfolio_").tBodies[0].rows), cards = listOf(document.querySelectorAll(".journeys > [data-journey]"));
    var fields = listOf(document.querySelectorAll("[data-sieve]")), told = byId("found_"), clear = byId("clear_");

    function fits(row) {
      return fields.every(function (field) {
        var asked = field.value, name = field.dataset.sieve;
        if (name !== "find") return !asked || (row.dataset[name] || "").split("\n").indexOf(asked) >= 0;
        return asked.toLocaleLowerCase(lang).split(/\s+/).every(function (word) { return row.dataset.words.indexOf(word) >= 0; });
      });
    }

    function narrow() {
      var shown = {}, count = 0, asked = fields.some(function (field) { return field.value.trim(); });
      rows.forEach(function (row) {
        row.hidden = !fits(row);
        if (!row.hidden) { shown[row.dataset.journey] = true; count += 1; }
      });
      cards.forEach(function (card) { card.hidden = !shown[card.dataset.journey]; });
      byId("empty_").hidden = count > 0;
      clear.hidden = !asked;
      told.textContent = !asked ? "" : !count ? told.dataset.none : told.dataset.found.replace("{shown}", count).replace("{all}", rows.length);
    }

    function remember() {
      var asked = fields.filter(function (field) { return field.value.trim(); }).map(function (field) {
        return field.dataset.sieve + "=" + encodeURIComponent(field.value.trim());
      });
      try { history.replaceState(null, "", asked.length ? "#" + asked.join("&") : location.pathname + location.search); } catch (error) { /* some frames forbid it */ }
    }

    function recall() {
      var asked = {};
      location.hash.slice(1).split("&").forEach(function (part) {
        var cut = part.indexOf("=");
        if (cut > 0) try { asked[part.slice(0, cut)] = decodeURIComponent(part.slice(cut + 1)); } catch (error) { /* not ours */ }
      });
      fields.forEach(function (field) {
        var value = Object.prototype.hasOwnProperty.call(asked, field.dataset.sieve) ? asked[field.dataset.sieve] : "";
        field.value = value;
        if (field.value !== value) field.value = "";
      });
      narrow();
    }

    function change() { narrow(); remember(); }
    fields.forEach(function (field) { field.addEventListener(field.tagName === "SELECT" ? "change" : "input", change); });
    clear.addEventListener("click", function () {
      fields.forEach(function (field) { field.value = ""; });
      change();
      fields[0].focus();
    });
    addEventListener("hashchange", recall);
    recall();
  }
})();
