/* sphinx-meetup: the words of a query as they stand in a text, however they are spelled there. */
(() => {
  'use strict';
  const search = globalThis.meetupSearch;

  const EXCERPT = 150;
  const WORD = /[a-z0-9_\u00c0-\u024f\u0370-\u1fff]/u;

  /* A text folded letter by letter: for each folded letter, where in the text it comes from. A rule that looks back
     needs no more than the letters before, so a short look back is enough. */
  const traced = (text) => {
    const letters = [...text];
    let folded = '';
    const origin = [];
    letters.forEach((letter, at) => {
      const before = letters.slice(Math.max(0, at - 4), at).join('');
      const grown = search.fold(before + letter).slice(search.fold(before).length);
      for (const one of grown) {
        folded += one;
        origin.push(at);
      }
    });
    return { letters, folded, origin };
  };

  /* What to look for of a query in folded texts: each of its words, and the parts to look for where the text does not
     have the whole. */
  search.needles = (text) => {
    const words = new Set(search.fold(text.slice(0, 200)).split(/\s+/u).flatMap((chunk) => search.runs(chunk)));
    return [...words].map((word) => {
      if (!search.isPaired(word)) return { whole: search.stem(word), parts: [] };
      const letters = [...word];
      return { whole: word, parts: letters.slice(1).map((letter, at) => letters[at] + letter) };
    });
  };
  const present = (folded, wanted) =>
    wanted.flatMap(({ whole, parts }) => (folded.includes(whole) ? [whole] : parts.filter((part) => folded.includes(part))));

  /* A text in pieces, by turns outside and inside of what is wanted: [text, marked]. */
  const pieces = (text, wanted) => {
    const found = present(search.fold(text), wanted);
    if (found.length === 0) return [[text, false]];
    const { letters, folded, origin } = traced(text);
    const hit = new Array(letters.length).fill(false);
    for (const needle of found) {
      const isWord = !search.isPaired(needle);
      const length = [...needle].length;
      for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1)) {
        const start = [...folded.slice(0, at)].length;
        // A word begins where a word begins, or where a capital letter says so: "hub" of "GitHub", not "go" of "cargo".
        if (isWord && WORD.test(folded[at - 1] ?? '') && !/\p{Lu}/u.test(letters[origin[start]])) continue;
        const end = at + needle.length;
        const plural = isWord && folded[end] === 's' && !WORD.test(folded[end + 1] ?? '') ? 1 : 0;
        for (let place = origin[start]; place <= origin[start + length - 1 + plural]; place++) hit[place] = true;
      }
    }
    const parts = [];
    for (let from = 0; from < letters.length; ) {
      let to = from;
      while (to < letters.length && hit[to] === hit[from]) to++;
      parts.push([letters.slice(from, to).join(''), hit[from]]);
      from = to;
    }
    return parts;
  };

  /* The same as nodes, what is wanted inside of <mark>. */
  search.marked = (text, wanted) =>
    pieces(text, wanted).map(([part, marked]) => {
      if (!marked) return document.createTextNode(part);
      const mark = document.createElement('mark');
      mark.textContent = part;
      return mark;
    });

  /* The stretch of a text that says most of what was asked. */
  search.excerpt = (text, wanted) => {
    let best = '';
    let most = 0;
    for (const line of text.split('\n')) {
      for (let at = 0; at < line.length || at === 0; at += EXCERPT - 30) {
        const part = line.slice(at, at + EXCERPT);
        const sum = present(search.fold(part), wanted).reduce((value, needle) => value + needle.length ** 2, 0);
        if (sum > most || best === '') [best, most] = [(at ? '…' : '') + part + (at + EXCERPT < line.length ? '…' : ''), sum];
      }
    }
    return best;
  };
})();
