// Opens the search, which is loaded when somebody asks for it. Without this the link leads to a page.
(function () {
  "use strict";
  document.addEventListener("DOMContentLoaded", function () {
    var link = document.querySelector("a[data-search]");
    var panel = document.querySelector("[data-search-panel]");
    if (!link || !panel) return;
    var dialog = panel.closest("dialog"), field = panel.querySelector("input"), loaded = false;
    if (dialog && !dialog.showModal) return;

    function load() {
      if (loaded) return;
      loaded = true;
      var script = document.createElement("script");
      script.src = link.dataset.search;
      document.head.append(script);
    }

    function open() {
      if (dialog && !dialog.open) dialog.showModal();
      load();
      field.focus();
      field.select();
    }

    if (dialog) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-haspopup", "dialog");
      link.addEventListener("keydown", function (event) {
        if (event.key === " ") { event.preventDefault(); open(); }
      });
      // A field of this kind would take the key for itself, and empty itself first.
      dialog.addEventListener("keydown", function (event) {
        if (event.key === "Escape" && !event.isComposing) { event.preventDefault(); dialog.close(); }
      });
      dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
      panel.querySelector("[data-close]").addEventListener("click", function () { dialog.close(); });
    } else load();

    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open();
    });
    addEventListener("keydown", function (event) {
      var other = document.querySelector("dialog[open]");
      if (event.defaultPrevented || event.isComposing || event.altKey || (other && other !== dialog)) return;
      var modified = event.ctrlKey || event.metaKey;
      if (modified ? event.key.toLowerCase() !== "k" || event.shiftKey : event.key !== "/" || isTyping(event.target) || areKeysOff()) return;
      event.preventDefault();
      open();
    });
  });

  function isTyping(element) { return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName); }
  function areKeysOff() { try { return localStorage.getItem("journeymap-keys") === "off"; } catch (error) { return false; } }
})();
