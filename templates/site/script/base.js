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
    tellAges();
    zoomMap();
    chooseLanes();
    openTargets();
    copyLinks();
    filterJourneys();
    followSections();
    closeMenus();
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
    each("[data-age]", function (span) {
      var days = daysSince(span.dataset.age);
      if (isNaN(days)) return;
      var words = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
      var age = days > 730 ? words.format(-Math.round(days / 365), "year")
        : days > 60 ? words.format(-Math.round(days / 30.4), "month") : words.format(-days, "day");
      span.textContent = "(" + age + ")";
    });
    each("[data-stale]", function (chip) { chip.hidden = !(daysSince(chip.dataset.stale) > Number(chip.dataset.every)); });
  }

  function zoomMap() {
    each("[data-map]", function (region) {
      var table = region.querySelector("table"), zoom = 1;
      function set(value) {
        zoom = Math.min(2, Math.max(0.4, value));
        table.style.setProperty("--zoom", zoom.toFixed(3));
      }
      function turn(how) {
        if (how === "in") set(zoom * 1.15);
        else if (how === "out") set(zoom / 1.15);
        else {
          set(1);
          var natural = table.scrollWidth;
          set(region.clientWidth < natural ? region.clientWidth / natural - 0.005 : 1);
        }
      }
      each("[data-zoom]", function (button) {
        button.addEventListener("click", function () { turn(button.dataset.zoom); });
      });
      region.addEventListener("keydown", function (event) {
        if (event.target !== region || event.ctrlKey || event.metaKey || event.altKey) return;
        var how = { "+": "in", "=": "in", "-": "out", "0": "fit" }[event.key];
        if (how) { turn(how); event.preventDefault(); }
      });
    });
  }

  function chooseLanes() {
    each("input[data-lane]", function (box) {
      box.addEventListener("change", function () {
        each('tr[data-lane="' + box.dataset.lane + '"]', function (row) { row.hidden = !box.checked; });
      });
    });
  }

  function targetOf(hash) {
    try { return byId(decodeURIComponent(hash.slice(1))); } catch (error) { return null; }
  }

  function openTargets() {
    function open() {
      var target = targetOf(location.hash);
      if (!target) return;
      for (var at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
      target.scrollIntoView();
    }
    addEventListener("hashchange", open);
    open();
    each("[data-expand]", function (button) {
      button.addEventListener("click", function () {
        var all = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(all));
        each("details.card", function (card) { card.open = all; });
      });
    });
    var closed = [];
    addEventListener("beforeprint", function () {
      each("details:not([open]):not(.menu)", function (details) { closed.push(details); details.open = true; });
    });
    addEventListener("afterprint", function () {
      closed.splice(0).forEach(function (details) { details.open = false; });
    });
  }

  function copyLinks() {
    if (!navigator.clipboard) return;
    each("a[data-copy]", function (link) {
      link.addEventListener("click", function () { navigator.clipboard.writeText(link.href).catch(function () {}); });
    });
  }

  function filterJourneys() {
    var find = byId("find_"), state = byId("state_");
    if (!find) return;
    function filter() {
      var words = find.value.toLocaleLowerCase(lang).split(/\s+/).filter(Boolean), shown = 0;
      each(".journeys > li", function (card) {
        var fits = words.every(function (word) { return card.dataset.words.indexOf(word) >= 0; });
        card.hidden = !fits || Boolean(state && state.value && state.value !== card.dataset.state);
        if (!card.hidden) shown += 1;
      });
      byId("empty_").hidden = shown > 0;
      byId("found_").textContent = shown ? String(shown) : byId("found_").dataset.none;
    }
    find.addEventListener("input", filter);
    if (state) state.addEventListener("change", filter);
  }

  function followSections() {
    if (!("IntersectionObserver" in window)) return;
    var links = {};
    each(".sections a", function (link) { links[link.hash.slice(1)] = link; });
    var observer = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        for (var id in links) links[id].removeAttribute("aria-current");
        links[entry.target.id].setAttribute("aria-current", "true");
      });
    }, { rootMargin: "-15% 0px -75% 0px" });
    for (var id in links) if (byId(id)) observer.observe(byId(id));
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
