/* sphinx-meetup: the words of a query as they stand in a text, however they are spelled there. */
(() => {
  'use strict';
  const search = globalThis.meetupSearch;

  const EXCERPT = 150;
  const WORD = /[a-z0-9_\u00c0-\u024f\u0370-\u1fff]/u;

  /* A text folded, with where in the text each folded letter comes from: the same rules, letter by letter. */
  const letterwise = new Map();
  const traced = (text) => {
    const letters = text.match(/[^][\u0300-\u036f\u1160-\u11ff\u3099\u309a\uff9e\uff9f]*/gu) ?? [];
    let folded = '';
    let origin = [];
    letters.forEach((letter, at) => {
      let plain = letterwise.get(letter);
      if (plain === undefined) letterwise.set(letter, (plain = search.foldLetters(letter)));
      folded += plain;
      for (let unit = 0; unit < plain.length; unit++) origin.push(at);
    });
    for (const [rule, change] of search.foldRules) {
      const from = origin;
      let kept = 0;
      origin = [];
      folded = folded.replace(rule, (...found) => {
        const at = found.find((one) => typeof one === 'number');
        const changed = change(...found);
        for (; kept < at; kept++) origin.push(from[kept]);
        // Of several letters that become one, the first; what a letter becomes more of is all that letter's.
        for (let unit = 0; unit < changed.length; unit++) origin.push(from[Math.min(kept + unit, at + found[0].length - 1)]);
        kept = at + found[0].length;
        return changed;
      });
      for (; kept < from.length; kept++) origin.push(from[kept]);
    }
    return { letters, folded, origin };
  };

  /* What to look for of a query in folded texts: each of its words, and the parts to look for where the text does not
     have the whole. */
  search.needles = (text) => {
    const words = new Set(search.fold(text.slice(0, 600)).split(/\s+/u).flatMap((chunk) => search.runs(chunk)));
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
      for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1)) {
        // A word begins where a word begins, or where a capital letter says so: "hub" of "GitHub", not "go" of "cargo".
        if (isWord && WORD.test(folded[at - 1] ?? '') && !/\p{Lu}/u.test(letters[origin[at]])) continue;
        let end = at + needle.length;
        if (isWord && folded[end] === 's' && !WORD.test(folded[end + 1] ?? '')) end++;
        // Up to the next letter's beginning: a long vowel that the folding dropped is marked with its word.
        const stop = end < folded.length ? origin[end] : letters.length;
        for (let place = origin[at]; place < stop; place++) hit[place] = true;
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

  /* The stretch of a text that says most of what was asked.

     `folded` is the text folded, which has the same lines. */
  search.excerpt = (text, folded, wanted) => {
    const worth = (part) => present(part, wanted).reduce((value, needle) => value + needle.length ** 2, 0);
    const best = (parts, of) => {
      let [found, most] = [0, -1];
      parts.forEach((part, at) => {
        const value = worth(of(part));
        if (value > most) [found, most] = [at, value];
      });
      return found;
    };
    const lines = folded.split('\n');
    const line = text.split('\n')[best(lines, (one) => one)] ?? '';
    if (line.length <= EXCERPT) return line;
    const starts = Array.from({ length: Math.ceil(line.length / (EXCERPT - 30)) }, (_, at) => at * (EXCERPT - 30));
    const start = starts[best(starts, (at) => search.fold(line.slice(at, at + EXCERPT)))];
    return `${start ? '…' : ''}${line.slice(start, start + EXCERPT)}${start + EXCERPT < line.length ? '…' : ''}`;
  };
})();
