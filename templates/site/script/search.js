// The search of a page: a field, the kinds of what was found, and links to it.
(function () {
  "use strict";
  var AT_ONCE = 30, AT_A_TIME = 20;
  var panel = document.querySelector("[data-search-panel]");
  var link = document.querySelector("a[data-search]");
  var root = link.getAttribute("data-search").replace(/assets\/search\.js$/, "");
  var dialog = panel.closest("dialog");
  var field = panel.querySelector("input"), status = panel.querySelector("[role=status]");
  var list = panel.querySelector("[data-results]"), more = panel.querySelector("[data-more]");
  var page = panel.querySelector("[data-page]");
  var numbers = new Intl.NumberFormat(document.documentElement.lang || "en");
  var index = null, found = [], names = new Map(), chosen = new Set(), buttons = [];

  Array.prototype.forEach.call(panel.querySelectorAll("[data-kind]"), function (button) {
    names.set(button.dataset.kind, button.dataset.one);
    button.addEventListener("click", function () {
      var kind = button.dataset.kind;
      if (!chosen.delete(kind)) chosen.add(kind);
      button.setAttribute("aria-pressed", String(chosen.has(kind)));
      show(AT_ONCE);
      remember();
    });
    buttons.push(button);
  });

  // The file of entries calls this when it is there.
  journeymapSearch.take = function (kinds, texts, entries) {
    var making = journeymapSearch.start(kinds, texts, entries);
    // A little at a time: whoever types meanwhile is not held up, and is answered when all is there.
    (function go() {
      var end = performance.now() + AT_A_TIME;
      if (!journeymapSearch.grow(making, function () { return performance.now() > end; })) return setTimeout(go, 0);
      index = making;
      panel.classList.remove("waiting");
      search();
    })();
  };

  function search() {
    if (!index) return;
    found = journeymapSearch.find(index, field.value);
    var counts = new Uint32Array(index.kinds.length);
    for (var n = 0; n < found.length; n += 1) counts[index.kindOf[found[n]]] += 1;
    buttons.forEach(function (button) {
      var kind = button.dataset.kind, count = counts[index.kinds.indexOf(kind)] || 0;
      button.hidden = !count && !chosen.has(kind);
      button.querySelector("b").textContent = String(count);
    });
    show(AT_ONCE);
    remember();
  }

  function show(most) {
    var fitting = chosen.size ? found.filter(function (id) { return chosen.has(kindOf(id)); }) : found;
    list.replaceChildren.apply(list, Array.from(fitting.slice(0, most), write));
    more.hidden = fitting.length <= most;
    more.onclick = function () {
      show(most + AT_ONCE);
      list.children[most].firstElementChild.focus();
    };
    var asked = field.value.trim();
    status.textContent = fitting.length ? status.dataset.found + ": " + numbers.format(fitting.length)
      : asked ? status.dataset.nothing : status.dataset.hint;
    list.hidden = !fitting.length;
  }

  function write(id) {
    var entry = index.entries[id], kind = kindOf(id), trail = trailOf(entry);
    var item = document.createElement("li"), anchor = add(item, "a", "hit");
    anchor.href = root + addressOf(entry);
    var title = pieces(entry[1]);
    fill(add(anchor, "span", "hit-title"), title);
    var meta = add(anchor, "span", "hit-meta");
    add(meta, "span", "hit-kind k-" + kind).textContent = names.get(kind) || "";
    if (trail.length) {
      var where = add(meta, "span", "hit-where");
      trail.forEach(function (step) { fill(add(where, "span", "hit-step"), [[step, false]]); });
    }
    var text = entry[4] && !title.some(isHit) ? pieces(entry[4]) : [];
    if (text.some(isHit)) fill(add(anchor, "span", "hit-text"), text);
    return item;
  }

  function add(parent, name, className) {
    var element = document.createElement(name);
    element.className = className;
    parent.append(element);
    return element;
  }

  function pieces(text) { return journeymapSearch.mark(text, field.value); }
  function isHit(piece) { return piece[1]; }

  function fill(element, pieces) {
    element.dir = "auto";
    pieces.forEach(function (piece) {
      if (piece[1]) add(element, "mark", "").textContent = piece[0];
      else element.append(piece[0]);
    });
  }

  function kindOf(id) { return index.kinds[index.kindOf[id]]; }

  // An entry without a page of its own stands on that of what it is a part of.
  function addressOf(entry) {
    var anchor = entry[2];
    for (var at = entry; at[2] === "" || at[2][0] === "#";) at = index.entries[at[3]];
    return at === entry ? anchor : at[2].split("#")[0] + anchor;
  }

  function trailOf(entry) {
    var trail = [];
    for (var at = entry[3]; at >= 0; at = index.entries[at][3]) trail.unshift(index.entries[at][1]);
    return trail;
  }

  // On its own page a search is part of the address, to be passed on and found again.
  function remember() {
    var state = new URLSearchParams({ q: field.value });
    chosen.forEach(function (kind) { state.append("kind", kind); });
    if (page) page.href = page.getAttribute("href").split("#")[0] + "#" + state;
    if (dialog) return;
    try { history.replaceState(null, "", field.value || chosen.size ? "#" + state : "#"); } catch (error) { /* too often */ }
  }

  function recall() {
    var state = new URLSearchParams(location.hash.slice(1));
    if (!state.has("q")) state = new URLSearchParams(location.search);
    if (!field.value || state.has("q")) field.value = state.get("q") || "";
    chosen = new Set(state.getAll("kind"));
    buttons.forEach(function (button) { button.setAttribute("aria-pressed", String(chosen.has(button.dataset.kind))); });
    search();
  }

  // Arrows go through what was found; Enter opens the first of it.
  panel.addEventListener("keydown", function (event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    var hits = Array.from(list.querySelectorAll("a")), at = hits.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== field) return;
    if (event.key === "ArrowDown" && at + 1 < hits.length) hits[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (hits[at - 1] || field).focus();
    else if (event.key === "Enter" && at < 0 && hits.length) hits[0].click();
    else {
      // Letters go on in the field, wherever among the results one is.
      if (at >= 0 && (event.key.length === 1 || event.key === "Backspace")) field.focus();
      return;
    }
    event.preventDefault();
  });
  field.addEventListener("input", search);
  if (dialog) {
    list.addEventListener("click", function (event) {
      if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
    });
  } else {
    addEventListener("hashchange", recall);
    recall();
  }

  panel.classList.add("waiting");
  var script = document.createElement("script");
  script.src = root + "assets/search-index.js";
  document.head.append(script);
})();
