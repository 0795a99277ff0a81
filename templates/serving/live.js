// Waits for the next version of the page, and shows what is wrong with the files it is made from.
(function () {
  "use strict";
  var own = document.currentScript.dataset, key = "journeymap-live:" + own.page, shut = "journeymap-live-shut";
  var stream = null, host = null, said = null, shown = "", lost = null, timer = 0, again = 0, leaving = false;

  function remember(name, value) { try { sessionStorage.setItem(name, value); } catch (error) { /* no storage */ } }
  function recall(name) { try { return sessionStorage.getItem(name); } catch (error) { return null; } }
  function forget(name) { try { sessionStorage.removeItem(name); } catch (error) { /* no storage */ } }
  function every(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }

  // An element is known by the nearest id above it and the way down from there.
  function name(element) {
    var way = [];
    while (element && element !== document.body && !element.id) {
      way.unshift(Array.prototype.indexOf.call(element.parentNode.children, element));
      element = element.parentElement;
    }
    return (element && element.id || "") + " " + way.join(" ");
  }
  function find(text) {
    var parts = text.split(" "), element = parts[0] ? document.getElementById(parts[0]) : document.body;
    parts.slice(1).forEach(function (index) { if (element && index) element = element.children[Number(index)]; });
    return element || null;
  }

  function keep() {
    var state = { x: scrollX, y: scrollY, scrolled: [], open: [], filled: [], focus: "" };
    every("body *").forEach(function (element) {
      if (element.closest(".live")) return;
      if (element.scrollLeft || element.scrollTop) state.scrolled.push([name(element), element.scrollLeft, element.scrollTop]);
      if (element.tagName === "DETAILS") state.open.push([name(element), element.open]);
      if (element.matches("input, select, textarea")) state.filled.push([name(element), element.value, Boolean(element.checked)]);
    });
    var active = document.activeElement;
    if (active && active !== document.body && !active.closest(".live")) state.focus = name(active);
    remember(key, JSON.stringify(state));
  }

  function restore() {
    var text = recall(key), state;
    forget(key);
    history.scrollRestoration = "auto";
    if (!text) return;
    try { state = JSON.parse(text); } catch (error) { return; }
    state.open.forEach(function (each) {
      var element = find(each[0]);
      if (element && element.tagName === "DETAILS") element.open = each[1];
    });
    state.filled.forEach(function (each) {
      var element = find(each[0]);
      if (!element || !element.matches("input, select, textarea")) return;
      if (element.value === each[1] && Boolean(element.checked) === each[2]) return;
      element.value = each[1];
      if ("checked" in element) element.checked = each[2];
      element.dispatchEvent(new Event("input", { bubbles: true }));
      element.dispatchEvent(new Event("change", { bubbles: true }));
    });
    function scroll() {
      state.scrolled.forEach(function (each) {
        var element = find(each[0]);
        if (element) element.scrollTo({ left: each[1], top: each[2], behavior: "instant" });
      });
      scrollTo({ left: state.x, top: state.y, behavior: "instant" });
    }
    var focused = state.focus && find(state.focus);
    if (focused) focused.focus({ preventScroll: true });
    scroll();
    // What loads or is laid out late would move things once more.
    requestAnimationFrame(scroll);
    if (document.readyState !== "complete") addEventListener("load", function () { scroll(); requestAnimationFrame(scroll); });
  }

  function reload() {
    if (leaving) return;
    leaving = true;
    keep();
    history.scrollRestoration = "manual";
    location.reload();
  }

  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) { element.textContent = text; element.dir = "auto"; }
    return element;
  }

  function showItem(item) {
    var entry = make("li", "live-item " + item.severity), where = make("p", "live-where");
    entry.append(make("p", "live-said", item.message));
    if (item.where) {
      var place = make("code", "", item.where), rule = make("code", "live-rule", item.rule);
      place.dir = rule.dir = "ltr";
      where.append(place, rule);
      entry.append(where);
    }
    if (item.snippet) {
      var lines = make("pre", "live-lines", item.snippet);
      lines.dir = "ltr";
      lines.tabIndex = 0;
      entry.append(lines);
    }
    return entry;
  }

  function showFindings(findings) {
    var text = JSON.stringify(findings);
    if (text === shown) return;
    shown = text;
    var old = host.querySelector(".live-box"), held = old && old.contains(document.activeElement);
    if (old) old.remove();
    said.textContent = findings.kind === "error" ? findings.title + ". " + findings.lead : findings.title || "";
    if (!findings.kind) return;
    var box = make("details", "live-box " + findings.kind), summary = make("summary", "", findings.title);
    var body = make("div", "live-body"), list = make("ol");
    findings.items.forEach(function (item) { list.append(showItem(item)); });
    if (findings.lead) body.append(make("p", "live-lead", findings.lead));
    body.append(list);
    if (findings.more) body.append(make("p", "live-lead", findings.more));
    box.append(summary, body);
    // Errors open by themselves, unless these very ones were put away.
    box.open = findings.kind === "error" ? recall(shut) !== text : Boolean(held && old.open);
    box.addEventListener("toggle", function () {
      if (findings.kind === "error" && !box.open) remember(shut, text);
      else if (box.open) forget(shut);
    });
    host.append(box);
    if (held) summary.focus({ preventScroll: true });
  }

  function showLost(isLost) {
    // Every try that fails comes here again: the first one counts.
    if (isLost && timer) return;
    clearTimeout(timer);
    timer = 0;
    if (!isLost) { lost.hidden = true; return; }
    timer = setTimeout(function () { lost.hidden = false; }, 1500);
  }

  function listen() {
    if (stream || document.visibilityState === "hidden") return;
    stream = new EventSource("/_serve/events?page=" + encodeURIComponent(own.page));
    stream.onmessage = function (event) {
      var state = JSON.parse(event.data);
      showLost(false);
      if (state.version !== own.version) reload();
      else showFindings(state.findings);
    };
    stream.onerror = function () {
      if (leaving) return;
      showLost(true);
      // Browsers try again by themselves, unless they were answered by somebody else.
      if (stream && stream.readyState === EventSource.CLOSED) again = setTimeout(function () { hush(); listen(); showLost(true); }, 2000);
    };
  }

  // A page that nobody sees holds no connection: browsers give a site only six.
  function hush() {
    if (stream) stream.close();
    stream = null;
    clearTimeout(timer);
    clearTimeout(again);
    timer = again = 0;
  }

  document.addEventListener("DOMContentLoaded", function () {
    host = make("aside", "live");
    host.setAttribute("aria-label", "journeymap serve");
    said = make("p", "live-quiet");
    said.setAttribute("role", "status");
    lost = make("p", "live-lost", own.lost);
    lost.setAttribute("role", "status");
    lost.hidden = true;
    host.append(said, lost);
    document.body.append(host);
    restore();
    listen();
  });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") hush(); else listen();
  });
  addEventListener("pagehide", hush);
  addEventListener("pageshow", function (event) { if (event.persisted) listen(); });
})();
