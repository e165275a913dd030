// Search in the pages of this site. The index is a script, fetched when somebody first turns to the search, so that it
// works on a page that was opened from a disk as well.
"use strict";
(function () {
  const root = document.body.dataset.root.replace(/\/$/, "");
  const form = document.querySelector(".search");
  const input = document.getElementById("words");
  const box = form.querySelector(".results");
  const list = document.getElementById("results");
  const said = document.getElementById("found");
  const most = 12;
  let asked = false;
  form.hidden = false;

  function load() {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = root + "/search/index.js";
    script.onload = show;
    document.head.append(script);
  }

  function worth(entry, words) {
    const title = entry[1].toLowerCase(), text = entry[2].toLowerCase();
    let sum = 0;
    for (const word of words) {
      const inTitle = title.includes(word), inText = text.includes(word);
      if (!inTitle && !inText) return 0;
      sum += (inTitle ? 10 : 0) + (inText ? 1 : 0);
    }
    return sum + (entry[0].startsWith("rules/") || entry[0].startsWith("decisions/") ? 0 : 3);
  }

  function part(text, word) {
    const at = Math.max(0, text.toLowerCase().indexOf(word) - 50);
    return (at ? "…" : "") + text.slice(at, at + 150) + (text.length > at + 150 ? "…" : "");
  }

  function show() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    box.hidden = words.length === 0;
    list.replaceChildren();
    if (!words.length || !window.searchIndex) return;
    const found = window.searchIndex
      .map((entry, order) => ({ entry, order, sum: worth(entry, words) }))
      .filter((one) => one.sum > 0)
      .sort((one, other) => other.sum - one.sum || one.order - other.order);
    said.textContent = found.length === 0 ? "Nothing was found." :
      found.length === 1 ? "1 place" : found.length + " places" + (found.length > most ? ", the first " + most : "");
    for (const { entry } of found.slice(0, most)) {
      const item = document.createElement("li"), link = document.createElement("a"), more = document.createElement("small");
      link.href = root + "/" + entry[0];
      link.textContent = entry[1];
      more.textContent = part(entry[2], words[0]);
      item.append(link, more);
      list.append(item);
    }
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", function () { load(); show(); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.click();
  });
  form.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { box.hidden = true; input.focus(); }
  });
})();
