// The page of a journey: comfort on top of a page that says everything without it.
(function () {
  "use strict";
  var region, table, said, dialog, full = false, shown = null, opened = false, at = -1;
  var view = {};

  function remember(key, value) { try { localStorage.setItem(key, value); } catch (error) { /* private mode */ } }
  function recall(key) { try { return localStorage.getItem(key); } catch (error) { return null; } }
  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function one(selector, within) { return (within || document).querySelector(selector); }
  function byId(id) { return document.getElementById(id); }
  function fill(text, values) { return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; }); }
  function make(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }
  function later(act) { (window.requestIdleCallback || setTimeout)(act); }
  function say(text) { if (said) said.textContent = text; }
  function isMirrored() { return document.documentElement.dir === "rtl"; }

  document.addEventListener("DOMContentLoaded", function () {
    region = one("[data-map]");
    table = region && one("table", region);
    said = one("[data-said]");
    expandCards();
    preparePaper();
    followSections();
    if (region) { wireTools(); wireKeys(); }
    addEventListener("popstate", restore);
    addEventListener("hashchange", restore);
    document.addEventListener("click", followLink);
    // Whoever searches in the page searches all of it.
    document.addEventListener("keydown", function (event) { if (event.ctrlKey || event.metaKey) layOut(); });
    restore();
  });
  // What nobody waits for waits until the page is there.
  addEventListener("load", offerLinks);

  // The whole view stands in the address: #tp=checkout&hide=support&persona=mira&zoom=0.8&stage=3
  var NAMES = ["tp", "persona", "segment", "channel", "pains", "only", "hide", "zoom", "stage"];

  function read(hash) {
    var found = {};
    if (hash.indexOf("=") < 0) {
      // The address of a KPI, as it is written in a file, leads to its row.
      try { found.tp = decodeURIComponent(hash.slice(1)).replace("/", "__"); } catch (error) { /* no address of ours */ }
      return found;
    }
    hash.slice(1).split("&").forEach(function (pair) {
      var parts = pair.split("=");
      if (NAMES.indexOf(parts[0]) < 0) return;
      try { found[parts[0]] = decodeURIComponent(parts.slice(1).join("=")); } catch (error) { /* nor this */ }
    });
    return found;
  }

  function write() {
    var pairs = NAMES.filter(function (name) { return view[name]; }).map(function (name) {
      return name + "=" + encodeURIComponent(view[name]).replace(/%2C/g, ",").replace(/%2F/g, "/");
    });
    if (pairs.length === 1 && view.tp) return "#" + encodeURIComponent(view.tp).replace(/%2F/g, "/");
    return pairs.length ? "#" + pairs.join("&") : "";
  }

  function keep(quietly) {
    var hash = write();
    if (hash === location.hash) return;
    var address = location.href.split("#")[0] + hash;
    try { history[quietly ? "replaceState" : "pushState"](null, "", address); } catch (error) { location.hash = hash; }
    shown = location.hash;
  }

  function restore() {
    if (shown === location.hash) return;
    shown = location.hash;
    if (shown) layOut();
    view = read(location.hash);
    if (region) {
      setZoom(parseFloat(view.zoom) || 1);
      showControls();
      if (opened || location.hash.indexOf("=") > 0) applyView();
    }
    var stage = parseInt(view.stage, 10);
    if (region && stage >= 1 && stage <= stages().length) present(stage);
    else if (dialog && dialog.open) dialog.close();
    if (view.tp) arrive(view.tp);
    else if (region && !opened && location.hash.indexOf("=") > 0) region.scrollIntoView({ block: "center" });
    opened = true;
  }

  function arrive(id) {
    var target = byId(id);
    if (!target) return;
    for (var up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    all(".arrived").forEach(function (other) { other.classList.remove("arrived"); });
    (target.className === "once" ? target.closest("[id]:not(.once)") || target : target).classList.add("arrived");
    target.scrollIntoView();
  }

  // A link to an anchor keeps what the reader has chosen.
  function followLink(event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.classList.contains("here")) copyLink(link);
    else layOut();
    var leaving = dialog && dialog.open;
    if (leaving) dialog.close();
    var id = read(link.hash).tp;
    if (!id || !byId(id)) return;
    var plain = NAMES.every(function (name) { return name === "tp" || !view[name]; });
    if (plain && !leaving) return;
    event.preventDefault();
    view.tp = id;
    keep();
    arrive(id);
  }

  function setZoom(value) {
    var zoom = Math.min(2, Math.max(0.4, value));
    if (zoom !== 1 || table.style.length) table.style.setProperty("--zoom", zoom.toFixed(3));
    view.zoom = zoom === 1 ? "" : String(Math.round(zoom * 100) / 100);
  }

  function turn(how) {
    var zoom = parseFloat(view.zoom) || 1;
    if (how === "in") setZoom(zoom * 1.15);
    else if (how === "out") setZoom(zoom / 1.15);
    else {
      setZoom(1);
      var natural = table.scrollWidth;
      if (region.clientWidth < natural) setZoom(Math.floor((region.clientWidth / natural - 0.005) * 100) / 100);
    }
    keep(true);
  }

  function hiddenLanes() { return view.hide ? view.hide.split(",") : []; }

  function showControls() {
    var hidden = hiddenLanes();
    all("input[data-lane]").forEach(function (box) { box.checked = hidden.indexOf(box.dataset.lane) < 0; });
    all("[data-narrow]").forEach(function (control) {
      var value = view[control.dataset.narrow] || "";
      if (control.type === "checkbox") control.checked = Boolean(value);
      else {
        control.value = value;
        if (control.selectedIndex < 0) { control.value = ""; delete view[control.dataset.narrow]; }
      }
    });
  }

  function wireTools() {
    all("[data-zoom]").forEach(function (button) {
      button.addEventListener("click", function () { turn(button.dataset.zoom); });
    });
    all("input[data-lane]").forEach(function (box) {
      box.addEventListener("change", function () {
        view.hide = all("input[data-lane]").filter(function (each) { return !each.checked; })
          .map(function (each) { return each.dataset.lane; }).join(",");
        applyView();
        keep();
      });
    });
    all("[data-narrow]").forEach(function (control) {
      control.addEventListener("change", function () {
        view[control.dataset.narrow] = control.type === "checkbox" ? (control.checked ? "1" : "") : control.value;
        applyView();
        keep();
      });
    });
    one("[data-present]").addEventListener("click", function () { present(stageInSight() + 1, true); });
    wireHelp();
  }

  function applyView() {
    var wanted = ["persona", "segment", "channel"].filter(function (name) { return view[name]; })
      .map(function (name) { return name + ":" + view[name]; });
    if (view.pains) wanted.push("pain");
    var points = all(".points th", table), count = 0;
    var fits = points.map(function (point) {
      var names = (point.dataset.names || "").split(" ");
      var fit = wanted.every(function (name) { return names.indexOf(name) >= 0; });
      if (fit) count += 1;
      var card = one("a", point) && byId(one("a", point).hash.slice(1));
      if (card && card.classList.contains("card")) mark(card, fit);
      return fit;
    });
    all("tr", table).forEach(function (row) {
      var isPoints = row.classList.contains("points");
      if (row.classList.contains("stages") || row.classList.contains("line")) return;
      for (var n = 0; n < fits.length; n += 1) mark(row.cells[isPoints ? n : n + 1], fits[n]);
    });
    var start = 0, groups = all("colgroup", table);
    stages().forEach(function (stage, index) {
      var width = stage.dataset.width = widthOf(stage);
      var fitting = fits.slice(start, start + width).filter(Boolean).length;
      start += width;
      var left = view.only ? fitting : width;
      stage.hidden = groups[index + 1].hidden = !left;
      stage.colSpan = groups[index + 1].span = left || 1;
      stage.classList.toggle("dim", !fitting);
    });
    all(".line th", table).forEach(function (line) { line.colSpan = (view.only ? count : fits.length) + 1; });
    var hidden = hiddenLanes();
    all("tr[data-lane]", table).forEach(function (row) {
      var stranger = view.persona && row.dataset.persona && row.dataset.persona !== view.persona;
      row.hidden = stranger || hidden.indexOf(row.dataset.lane) >= 0;
    });
    var found = one("[data-match]"), badge = one("[data-active]");
    found.textContent = wanted.length ? fill(found.dataset.some, { shown: count, all: fits.length }) : "";
    badge.hidden = !wanted.length;
    badge.textContent = wanted.length || "";
  }

  function mark(element, fit) {
    element.classList.toggle("dim", !fit);
    element.hidden = !fit && Boolean(view.only);
  }

  function wireKeys() {
    document.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey || recall("journeymap-keys") === "off") return;
      var inMap = event.target === region;
      if (!inMap && !(event.key === "?" && event.target === document.body)) return;
      var how = { "+": "in", "=": "in", "-": "out", "0": "fit" }[event.key];
      if (how) turn(how);
      else if (event.key === "[") goToStage(-1);
      else if (event.key === "]") goToStage(1);
      else if (event.key === "p") present(stageInSight() + 1, true);
      else if (event.key === "?") one(".help").showModal();
      else return;
      event.preventDefault();
    });
  }

  function stages() { return table ? all(".stages th", table) : []; }
  // As it was before a view narrowed it.
  function widthOf(stage) { return Number(stage.dataset.width) || stage.colSpan; }

  // How far a stage is from the start of the room beside the lanes.
  function distance(stage) {
    var box = stage.getBoundingClientRect(), room = region.getBoundingClientRect();
    var lanes = one(".corner", table).offsetWidth;
    return isMirrored() ? room.right - lanes - box.right : box.left - room.left - lanes;
  }

  function stageInSight() {
    var found = 0;
    stages().forEach(function (stage, index) { if (!stage.hidden && distance(stage) < 8) found = index; });
    return found;
  }

  function goToStage(step) {
    var known = stages();
    var room = region.clientWidth - one(".corner", table).offsetWidth;
    var here = at >= 0 && distance(known[at]) > -8 && distance(known[at]) < room ? at : stageInSight();
    do { here += step; } while (known[here] && known[here].hidden);
    if (!known[here]) return;
    at = here;
    var by = distance(known[here]);
    region.scrollBy({ left: isMirrored() ? -by : by });
    say(nameStage(here + 1));
  }

  function nameStage(number) {
    var known = stages(), title = one("a > :last-child", known[number - 1]).textContent;
    return fill(one("[data-present]").dataset.place, { number: number, count: known.length, title: title });
  }

  function wireHelp() {
    var help = one(".help"), box = one("[data-keys]");
    box.checked = recall("journeymap-keys") !== "off";
    box.addEventListener("change", function () { remember("journeymap-keys", box.checked ? "on" : "off"); });
    one("[data-help]").addEventListener("click", function () { help.showModal(); });
    one("[data-done]").addEventListener("click", function () { help.close(); });
  }

  // The presentation: one stage a step, put together from what the page says.
  function present(number, byReader) {
    if (!dialog) buildPresentation();
    if (!dialog.open) {
      dialog.showModal();
      if (byReader && document.documentElement.requestFullscreen) {
        document.documentElement.requestFullscreen().then(function () { full = true; }, function () {});
      }
      one(".show-next", dialog).focus();
    }
    showStage(number);
    if (byReader) keep();
  }

  function buildPresentation() {
    var words = one("[data-present]").dataset;
    dialog = make("dialog", "show");
    dialog.setAttribute("aria-label", words.name + ": " + one("h1").textContent);
    var slide = make("div", "slide");
    slide.tabIndex = 0;
    slide.setAttribute("role", "group");
    slide.setAttribute("aria-label", words.name);
    var foot = make("div", "show-foot");
    var place = make("p", "show-place");
    place.dir = "auto";
    place.setAttribute("role", "status");
    place.setAttribute("aria-live", "polite");
    foot.append(addButton("show-leave", words.leave, "lost", function () { dialog.close(); }), place,
      addButton("show-previous", words.previous, "arrow", function () { step(-1); }),
      addButton("show-next", words.next, "arrow", function () { step(1); }));
    dialog.append(slide, foot);
    document.body.append(dialog);
    dialog.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      var ahead = isMirrored() ? -1 : 1, last = stages().length;
      var by = { ArrowRight: ahead, ArrowLeft: -ahead, PageDown: 1, PageUp: -1, End: last, Home: -last }[event.key];
      if (by) { event.preventDefault(); step(by); }
    });
    dialog.addEventListener("close", function () {
      if (document.fullscreenElement) document.exitFullscreen().catch(function () {});
      full = false;
      if (view.stage) { view.stage = ""; keep(); }
    });
    document.addEventListener("fullscreenchange", function () {
      if (full && !document.fullscreenElement && dialog.open) dialog.close();
    });
  }

  function addButton(name, words, icon, act) {
    var button = make("button", "tool wide " + name);
    button.type = "button";
    button.append(draw(icon), make("span", "", words));
    button.addEventListener("click", act);
    return button;
  }

  function draw(icon) {
    var space = one("svg").namespaceURI, svg = document.createElementNS(space, "svg");
    var use = document.createElementNS(space, "use");
    svg.setAttribute("class", "icon " + icon);
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", "#i_" + icon);
    svg.append(use);
    return svg;
  }

  function step(by) {
    var next = Math.min(stages().length, Math.max(1, Number(view.stage) + by));
    if (next === Number(view.stage)) return;
    showStage(next);
    keep(true);
  }

  function showStage(number) {
    view.stage = String(number);
    var slide = one(".slide", dialog), head = stages()[number - 1];
    var article = byId(one("a", head).hash.slice(1)), first = 0;
    stages().slice(0, number - 1).forEach(function (stage) { first += widthOf(stage); });
    slide.textContent = "";
    var title = make("h2", "", one("a > :last-child", head).textContent);
    title.dir = "auto";
    slide.append(title);
    copy(slide, article, ".stage-top .pill");
    var goal = make("dl", "goal");
    copy(goal, article, ".stage-head .fact.goal");
    if (goal.firstChild) slide.append(goal);
    var width = widthOf(head), voices = all("tr.feeling:not([hidden])", table);
    var grid = make("div", "show-grid");
    grid.style.gridTemplateRows = "repeat(" + (voices.length + 1) + ", auto) 1fr";
    for (var n = first; n < first + width; n += 1) grid.append.apply(grid, showMoment(n, voices, n === first));
    slide.append(grid);
    slide.scrollTop = 0;
    one(".show-place", dialog).textContent = nameStage(number);
    var back = one(".show-previous", dialog), on = one(".show-next", dialog), focused = document.activeElement;
    back.disabled = number === 1;
    on.disabled = number === stages().length;
    // A button that ends here would swallow the keys.
    if (focused.disabled) (focused === on ? back : on).focus();
    if (document.activeElement.disabled || document.activeElement === document.body) slide.focus();
  }

  function showMoment(column, voices, isFirst) {
    var point = all(".points th", table)[column], card = one("a", point) && byId(one("a", point).hash.slice(1));
    var head = make("h3"), notes = make("section", "moment-notes");
    copyNodes(head, point);
    var curves = voices.map(function (row) {
      var curve = make("div", "moment-curve"), voice = one(".voice", row);
      if (voice && isFirst) curve.append(make("p", "voice", voice.textContent));
      copyNodes(curve, row.cells[column + 1]);
      return curve;
    });
    var facts = make("dl");
    copy(notes, card, "blockquote");
    copy(facts, card, ".fact.pain", ".fact.gain", ".fact.opportunity");
    if (facts.firstChild) notes.append(facts);
    return [head].concat(curves, notes);
  }

  function copyNodes(to, from) {
    Array.prototype.forEach.call(from.childNodes, function (node) { to.append(strip(node.cloneNode(true))); });
  }

  function copy(to, from) {
    if (!from) return;
    Array.prototype.slice.call(arguments, 2).forEach(function (selector) {
      all(selector, from).forEach(function (element) { to.append(strip(element.cloneNode(true))); });
    });
  }

  function strip(node) {
    if (node.removeAttribute) {
      all(".here", node).forEach(function (link) { link.remove(); });
      [node].concat(all("[id], [headers]", node)).forEach(function (each) {
        each.removeAttribute("id");
        each.removeAttribute("headers");
      });
    }
    return node;
  }

  // What is further down has no layout until it comes near. On the way to a place in it, sizes must be known.
  function layOut() { document.documentElement.classList.add("laid"); }

  // A small link on everything that has an address of its own: a few at a time, while nothing else is done.
  function offerLinks() {
    var places = [[".stage[id]", "h3"], [".card", ".card-body"], [".tile[id]", ".tile-title"], [".actions > li[id]", "strong"],
      [".kpis tr[id]", "th"], [".plain > li[id]", "strong, span"], [".ends > li[id]", ".end-title"], [".gain dd[id]", ""]];
    var owners = [];
    places.forEach(function (place) { all(place[0]).forEach(function (owner) { owners.push([owner, place[1]]); }); });
    later(function offerSome() {
      owners.splice(0, 12).forEach(function (each) { offerLink(each[0], each[1]); });
      if (owners.length) later(offerSome);
      else layOutInTurn(all(".section:not(#section_map), .stage"));
    });
  }

  // One part a frame, so that the reader never waits for all of them.
  function layOutInTurn(parts) {
    if (!parts.length) return;
    parts.shift().classList.add("laid");
    requestAnimationFrame(function () { later(function () { layOutInTurn(parts); }); });
  }

  function offerLink(owner, place) {
    var within = place ? one(place, owner) : owner, named = one("h4", owner) || within;
    if (!within) return;
    var link = make("a", "here");
    link.href = "#" + owner.id;
    link.setAttribute("aria-label", said.dataset.here + ": " + named.textContent.trim());
    var after = within.nextElementSibling;
    if (after && after.matches(".chip, .detail")) after.after(link);
    else within.insertBefore(link, one(":scope > .detail", within));
  }

  function copyLink(link) {
    if (!navigator.clipboard) return;
    navigator.clipboard.writeText(link.href).then(function () {
      link.classList.add("copied");
      say(said.dataset.copied);
      setTimeout(function () { link.classList.remove("copied"); say(""); }, 2000);
    }, function () {});
  }

  function expandCards() {
    all("[data-expand]").forEach(function (button) {
      button.addEventListener("click", function () {
        var open = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(open));
        all("details.card").forEach(function (card) { card.open = open; });
      });
    });
  }

  // On paper everything is unfolded, and a map too wide for one sheet stands on several.
  function preparePaper() {
    var closed = [], sheets = null;
    addEventListener("beforeprint", function () {
      closed = closed.concat(all("details:not([open]):not(.menu)"));
      closed.forEach(function (details) { details.open = true; });
      if (!sheets && one(".wide-map")) one(".wide-map").append(sheets = cutSheets());
    });
    addEventListener("afterprint", function () {
      closed.splice(0).forEach(function (details) { details.open = false; });
      if (sheets) { sheets.remove(); sheets = null; }
    });
  }

  function cutSheets() {
    var holder = make("div", "sheets"), known = stages(), first = 0, start = 0, end = 0;
    known.forEach(function (stage, index) {
      end += widthOf(stage);
      // A sheet goes on until the next stage that begins one.
      if (known[index + 1] && !known[index + 1].dataset.size) return;
      var sheet = make("div", "sheet"), part = strip(table.cloneNode(true));
      function isAway(_, n) { return n && (n <= first || n > index + 1); }
      part.className = "map " + known[first].dataset.size;
      all("tr", part).forEach(function (row) {
        var cells = Array.prototype.slice.call(row.cells), isPoints = row.classList.contains("points");
        if (row.classList.contains("stages")) cells.filter(isAway).forEach(function (cell) { cell.remove(); });
        else if (row.classList.contains("line")) cells[0].colSpan = end - start + 1;
        else {
          cells.forEach(function (cell, n) {
            var column = isPoints ? n : n - 1;
            if (column >= 0 && (column < start || column >= end)) cell.remove();
          });
          if (!isPoints && !row.textContent.replace(cells[0].textContent, "").trim()) row.remove();
        }
      });
      all("colgroup", part).filter(isAway).forEach(function (group) { group.remove(); });
      all("tbody", part).forEach(function (body) { if (!one(".lane", body)) body.remove(); });
      sheet.append(part);
      holder.append(sheet);
      first = index + 1;
      start = end;
    });
    return holder;
  }

  function followSections() {
    if (!("IntersectionObserver" in window)) return;
    var links = {};
    all(".sections a").forEach(function (link) { links[link.hash.slice(1)] = link; });
    var observer = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        for (var id in links) links[id].removeAttribute("aria-current");
        links[entry.target.id].setAttribute("aria-current", "true");
      });
    }, { rootMargin: "-15% 0px -75% 0px" });
    for (var id in links) if (byId(id)) observer.observe(byId(id));
  }
})();
