// Everything here is comfort: without it the page says the same.
(function () {
  "use strict";
  var root = document.documentElement;
  var lang = root.lang || "en";
  root.classList.add("js");

  function remember(key, value) { try { localStorage.setItem(key, value); } catch (error) { /* private mode */ } }
  function recall(key) { try { return localStorage.getItem(key); } catch (error) { return null; } }
  function each(selector, act, within) { Array.prototype.forEach.call((within || document).querySelectorAll(selector), act); }
  function byId(id) { return document.getElementById(id); }

  // Before the first paint, so that nothing flashes.
  var theme = recall("journeymap-theme");
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;

  document.addEventListener("DOMContentLoaded", function () {
    switchTheme();
    warnOfAge();
    closeMenus();
    // Words for spans of time take a moment to load, and nobody waits for them.
    (window.requestIdleCallback || setTimeout)(tellAges);
  });

  function switchTheme() {
    var system = matchMedia("(prefers-color-scheme: dark)");
    function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : system.matches; }
    each("[data-theme-switch]", function (button) {
      function show() { button.setAttribute("aria-pressed", String(isDark())); }
      button.addEventListener("click", function () {
        root.dataset.theme = isDark() ? "light" : "dark";
        remember("journeymap-theme", root.dataset.theme);
        show();
      });
      system.addEventListener("change", show);
      show();
    });
  }

  function daysSince(iso) {
    var parts = iso.split("-").map(Number), now = new Date();
    var then = Date.UTC(parts[0], parts[1] - 1, parts[2]);
    return Math.floor((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - then) / 86400000);
  }

  function tellAges() {
    var words;
    each("[data-age]", function (span) {
      var days = daysSince(span.dataset.age);
      if (isNaN(days)) return;
      words = words || new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
      var age = days > 730 ? words.format(-Math.round(days / 365), "year")
        : days > 60 ? words.format(-Math.round(days / 30.4), "month") : words.format(-days, "day");
      span.textContent = "(" + age + ")";
    });
  }

  function warnOfAge() {
    each("[data-stale]", function (chip) { chip.hidden = !(daysSince(chip.dataset.stale) > Number(chip.dataset.every)); });
  }

  function closeMenus() {
    addEventListener("click", function (event) {
      each("details.menu[open]", function (menu) { if (!menu.contains(event.target)) menu.open = false; });
    });
    addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      each("details.menu[open]", function (menu) { menu.open = false; menu.querySelector("summary").focus(); });
    });
  }
})();
