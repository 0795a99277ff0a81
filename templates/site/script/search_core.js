// Finds entries by their words. It knows nothing of the page, so that it runs anywhere.
var journeymapSearch = (function () {
  "use strict";
  // Accents, vowel points, stretched lines, and what nobody sees.
  var MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
  var ALIKE = new Map([["ß", "ss"], ["ø", "o"], ["ł", "l"], ["đ", "d"], ["ð", "d"], ["þ", "th"], ["æ", "ae"], ["œ", "oe"],
    ["ı", "i"], ["ς", "σ"], ["ى", "ي"], ["ی", "ي"], ["ک", "ك"], ["ة", "ه"]]);
  var UNLIKE = new RegExp("[" + Array.from(ALIKE.keys()).join("") + "]", "g");
  var PLAIN = /^[ -~]*$/, PLAIN_RUN = /[a-z0-9]+/g;
  var RUN = /[\p{L}\p{N}\p{M}]+/gu;
  // Scripts that write no spaces: their words are found by pairs of letters.
  var DENSE = /([\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+)/u;
  var TYPO_FROM = 5;

  function fold(text) {
    if (PLAIN.test(text)) return text.toLowerCase();
    return text.normalize("NFKD").toLowerCase().replace(MARKS, "").replace(UNLIKE, function (letter) { return ALIKE.get(letter); });
  }

  // Returns the words of a folded text; a stretch without spaces is one, and dense.
  function split(text) {
    if (PLAIN.test(text)) return (text.match(PLAIN_RUN) || []).map(function (run) { return { text: run, dense: false }; });
    var words = [];
    (text.match(RUN) || []).forEach(function (run) {
      run.split(DENSE).forEach(function (part) { if (part) words.push({ text: part, dense: DENSE.test(part) }); });
    });
    return words;
  }

  function pairs(text) {
    var letters = Array.from(text);
    if (letters.length === 1) return letters;
    return letters.slice(1).map(function (letter, at) { return letters[at] + letter; });
  }

  // Entries are [kind, title, address, parent, text]; kinds come in order of weight. In the file a text that
  // comes often is its number among those, and a parent is how many lines above it stands, 0 for none.
  function start(kinds, texts, entries) {
    function say(part) { return typeof part === "number" ? texts[part] : part; }
    return {
      kinds: kinds, words: [], titles: [], known: new Map(), folded: new Map(),
      kindOf: Uint8Array.from(entries, function (entry) { return entry[0]; }),
      entries: entries.map(function (entry, id) {
        var whole = [entry[0], say(entry[1]), say(entry[2]), entry[3] ? id - entry[3] : -1];
        if (entry[4] !== undefined) whole.push(say(entry[4]));
        return whole;
      }),
    };
  }

  // Takes entries into an index until all are in, or until somebody asks to stop; says whether all are in.
  function grow(index, isEnough) {
    for (var id = index.titles.length; id < index.entries.length; id += 1) {
      if (isEnough && isEnough()) return false;
      var entry = index.entries[id], title = look(index, entry[1]);
      index.titles.push(title.text);
      note(title.words, id, "title");
      if (entry[4]) note(look(index, entry[4]).words, id, "other");
    }
    return true;
  }

  function note(words, entry, field) {
    words.forEach(function (word) {
      var places = word[field];
      if (places[places.length - 1] !== entry) places.push(entry);
    });
  }

  // Returns a text as it is compared, and the words in it; most texts come more than once.
  function look(index, text) {
    var seen = index.folded.get(text);
    if (seen) return seen;
    seen = { text: fold(text), words: [] };
    split(seen.text).forEach(function (word) {
      (word.dense ? pairs(word.text) : [word.text]).forEach(function (key) {
        var known = index.known.get(key);
        if (!known) {
          index.known.set(key, known = { text: key, title: [], other: [] });
          index.words.push(known);
        }
        seen.words.push(known);
      });
    });
    index.folded.set(text, seen);
    return seen;
  }

  // Returns what a query asks for: all of it has to be met.
  function read(query) {
    var terms = [];
    split(fold(query)).forEach(function (word) {
      if (!word.dense) terms.push({ text: word.text, dense: false, shown: word.text });
      else cut(word.text).forEach(function (piece) {
        pairs(piece).forEach(function (pair) { terms.push({ text: pair, dense: true, shown: piece }); });
      });
    });
    return terms;
  }

  function cut(text) {
    if (typeof Intl !== "object" || !Intl.Segmenter) return [text];
    return Array.from(new Intl.Segmenter(undefined, { granularity: "word" }).segment(text), function (each) { return each.segment; });
  }

  // One letter left out, put in, changed, or changed places with its neighbour; the first one is right.
  function isTypo(asked, word) {
    var at = 0;
    while (at < asked.length && asked[at] === word[at]) at += 1;
    if (at === 0 || at === asked.length) return false;
    var rest = asked.slice(at + 1);
    return word.startsWith(rest, at + 1) || word.startsWith(rest, at) || word.startsWith(asked.slice(at), at + 1) ||
      (asked[at] === word[at + 1] && asked[at + 1] === word[at] && word.startsWith(asked.slice(at + 2), at + 2));
  }

  // Returns how well each entry meets a term, 0 for not at all.
  function weigh(index, term) {
    var best = new Uint8Array(index.entries.length), met = false;
    function rate(places, weight) {
      for (var n = 0; n < places.length; n += 1) if (best[places[n]] < weight) best[places[n]] = weight;
    }
    index.words.forEach(function (word) {
      var starts = word.text.startsWith(term.text);
      if (!starts && !((term.dense || term.text.length > 1) && word.text.includes(term.text))) return;
      met = true;
      var exact = word.text.length === term.text.length;
      rate(word.title, exact ? 9 : starts ? 8 : 6);
      rate(word.other, exact ? 4 : starts ? 3 : 2);
    });
    if (!met && !term.dense && term.text.length >= TYPO_FROM) index.words.forEach(function (word) {
      if (!isTypo(term.text, word.text)) return;
      rate(word.title, 5);
      rate(word.other, 1);
    });
    return best;
  }

  // Returns the numbers of the entries that meet a query, best first.
  function find(index, query) {
    var terms = read(query), whole = fold(query).trim();
    if (!terms.length) return new Uint32Array(0);
    var weights = terms.map(function (term) { return weigh(index, term); });
    var keys = new Float64Array(index.entries.length), count = 0;
    for (var id = 0; id < keys.length; id += 1) {
      var total = 0, least = 255;
      for (var n = 0; n < weights.length; n += 1) {
        var weight = weights[n][id];
        total += weight;
        if (weight < least) least = weight;
      }
      if (!least) continue;
      var title = index.titles[id];
      var score = Math.round(10 * total / weights.length) + (title === whole ? 200 : title.startsWith(whole) ? 5 : 0);
      // One number to sort by: the score, the weight of the kind, short before long, the order of the file.
      keys[count] = -score * 4294967296 + (index.kindOf[id] * 128 + Math.min(title.length, 127)) * 1048576 + id;
      count += 1;
    }
    var found = new Uint32Array(count);
    keys = keys.subarray(0, count).sort();
    for (var at = 0; at < count; at += 1) found[at] = (keys[at] % 1048576 + 1048576) % 1048576;
    return found;
  }

  // Returns a text in pieces: [text, whether it is what was asked for].
  function mark(text, query) {
    var folded = "", from = [], parts = [], marked = [];
    (text.match(/[^]\p{M}*/gu) || []).forEach(function (part, at) {
      var letters = fold(part);
      for (var n = 0; n < letters.length; n += 1) from.push(at);
      folded += letters;
      parts.push(part);
    });
    read(query).forEach(function (term) {
      var places = [], at = folded.indexOf(term.shown);
      for (; at >= 0; at = folded.indexOf(term.shown, at + 1)) places.push(at);
      var starts = places.filter(function (place) { return place === 0 || !/[\p{L}\p{N}\p{M}]/u.test(folded[place - 1]); });
      if (term.dense || (!starts.length && term.text.length > 1)) starts = places;
      starts.forEach(function (place) {
        for (var n = 0; n < term.shown.length; n += 1) marked[from[place + n]] = true;
      });
    });
    return parts.reduce(function (pieces, part, at) {
      var last = pieces[pieces.length - 1], hit = Boolean(marked[at]);
      if (last && last[1] === hit) last[0] += part; else pieces.push([part, hit]);
      return pieces;
    }, []);
  }

  return { start: start, grow: grow, find: find, mark: mark };
})();
