/* sphinx-meetup: what fits a query, by the pieces of an index that it needs. The format is told in search/index.py. */
(() => {
  'use strict';
  const search = globalThis.meetupSearch;
  const { fold, runs, isPaired, stem } = search;

  const CANDIDATES = 16;
  const LONGEST = 200;
  const MOST_READINGS = 4;
  const LESS_SURE = 0.6;
  const VALUES = Array.from({ length: 16 }, (_, level) => 0.25 * Math.exp(level / 2.6));
  /* What a sign of a number is worth; 32 more where it ends the number. */
  const SIGNS = new Uint8Array(128);
  [...'0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ!$%&()'].forEach((sign, value) => {
    SIGNS[sign.charCodeAt(0)] = value;
  });
  const HONORIFICS = /(?<=..)(?:サン|氏|様|先生)$/u;

  /* What a phrase is worth in one piece: in the title, the people, the trail, the text. */
  const FIELDS = [3, 3, 1, 2];

  let index = null;
  let opened = null;
  const pieces = { t: new Map(), u: new Map() };
  const waiting = new Map();
  const known = new Map();

  /* -- pieces ------------------------------------------------------------------------------------ */

  search.load = (name) =>
    new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = search.root + name;
      script.onload = () => { script.remove(); done(); };
      script.onerror = () => { script.remove(); failed(new Error(name)); };
      document.head.append(script);
    });

  search.open = (content) => {
    let start = 0;
    index = { ...content, starts: content.lengths.map((length) => (start += length) - length) };
  };
  search.terms = (place, text) => {
    const words = text.split(' ');
    const found = new Map();
    for (let at = 0; at < words.length; at += 2) found.set(words[at], words[at + 1]);
    pieces.t.set(place, found);
  };
  search.units = (place, told) => pieces.u.set(place, told);

  const piece = async (kind, place) => {
    if (!pieces[kind].has(place)) {
      const name = `${kind}${place}.js?${index.version}`;
      if (!waiting.has(name)) waiting.set(name, search.load(name).finally(() => waiting.delete(name)));
      await waiting.get(name);
    }
    return pieces[kind].get(place);
  };

  /* The last piece whose first term is not behind a term. */
  const last = (list, value) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= value) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };

  /* Units and levels, one after the other. */
  const entries = (text) => {
    const found = [];
    let unit = 0;
    let value = 0;
    for (let at = 0; at < text.length; at++) {
      const sign = SIGNS[text.charCodeAt(at)];
      value = value * 32 + (sign & 31);
      if (sign > 31) {
        unit += Math.floor(value / 16);
        found.push(unit, value % 16);
        value = 0;
      }
    }
    return found;
  };

  /* -- terms of a query -------------------------------------------------------------------------- */

  /* Whether two words are a slip apart: one letter more, less, another, or two changed over. */
  const near = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return false;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let y = 1; y <= one.length; y++) {
      const next = [y];
      for (let x = 1; x <= other.length; x++) {
        const same = one[y - 1] === other[x - 1] ? 0 : 1;
        next[x] = Math.min(row[x] + 1, next[x - 1] + 1, row[x - 1] + same);
        if (y > 1 && x > 1 && one[y - 1] === other[x - 2] && one[y - 2] === other[x - 1]) {
          next[x] = Math.min(next[x], before[x - 2] + 1);
        }
      }
      [before, row] = [row, next];
    }
    return row[other.length] <= most;
  };

  const beginning = async (start, most) => {
    const found = [];
    for (let place = last(index.firsts, start); place < index.firsts.length && found.length < most; place++) {
      if (index.firsts[place] > start && !index.firsts[place].startsWith(start)) break;
      for (const [term, text] of await piece('t', place)) {
        if (term.startsWith(start) && found.length < most) found.push([term, text]);
      }
    }
    return found;
  };

  /* What a word of a query may mean: terms with how sure that is. */
  const meanings = async (word) => {
    const term = stem(word);
    const place = last(index.firsts, term);
    const exact = (await piece('t', place)).get(term);
    const found = exact === undefined ? [] : [[exact, 1]];
    if (word.length > 1) {
      for (const [other, text] of await beginning(word, 30)) {
        if (other !== term) found.push([text, 0.35 + 0.45 * (word.length / other.length)]);
      }
    }
    if (found.length === 0 && word.length > 3) {
      const most = word.length > 7 ? 2 : 1;
      for (const near_place of [place - 1, place, place + 1]) {
        if (near_place < 0 || near_place >= index.firsts.length) continue;
        for (const [other, text] of await piece('t', near_place)) {
          if (other[0] === term[0] && near(term, other, most)) found.push([text, 0.5]);
        }
      }
    }
    return found;
  };

  const asked = async (folded) => {
    const parts = [];
    for (let run of runs(folded)) {
      if (!isPaired(run)) {
        parts.push(meanings(run));
        continue;
      }
      run = run.replace(HONORIFICS, '');
      const letters = [...run];
      if (letters.length === 1) parts.push(beginning(run, 200).then((found) => found.map(([, text]) => [text, 1])));
      for (let at = 0; at + 1 < letters.length; at++) {
        const pair = letters[at] + letters[at + 1];
        parts.push(
          piece('t', last(index.firsts, pair)).then((terms) => (terms.has(pair) ? [[terms.get(pair), 1]] : [])),
        );
      }
    }
    return Promise.all(parts);
  };

  /* The query with words that mean the same in place of its own: each a query of its own, a little less sure. */
  const readings = (folded) => {
    const found = [];
    const whole = ` ${runs(folded).join(' ')} `;
    for (const group of index.alike ?? []) {
      for (const word of group) {
        const at = isPaired(word) ? whole.indexOf(word) : whole.indexOf(` ${word} `);
        if (at < 0) continue;
        const start = isPaired(word) ? at : at + 1;
        for (const other of group) {
          if (other !== word) found.push(`${whole.slice(0, start)} ${other} ${whole.slice(start + word.length)}`.trim());
        }
      }
    }
    return found.slice(0, MOST_READINGS);
  };

  /* -- ranking ----------------------------------------------------------------------------------- */

  const compact = (text) => runs(fold(text)).join('');

  /* The largest part of a phrase that a text has in one piece, as a share of the phrase. */
  const together = (phrase, text) => {
    const letters = [...phrase];
    let best = 0;
    for (let from = 0; from < letters.length - best; from++) {
      while (from + best < letters.length && text.includes(letters.slice(from, from + best + 1).join(''))) best++;
    }
    return letters.length ? best / letters.length : 0;
  };

  const told = async (unit) => {
    const place = last(index.starts, unit);
    const rows = await piece('u', place);
    if (!known.has(unit)) {
      const [address, title, trail, people, text, kind] = rows[unit - index.starts[place]];
      const fields = [title, people.join(' '), trail.join(' '), text].map(compact);
      known.set(unit, { unit, address, title, trail, people, text, kind, fields });
    }
    return known.get(unit);
  };

  const fits = (phrases, hit) => {
    const title = hit.fields[0];
    let sum = 0;
    let length = 0;
    for (const phrase of phrases) {
      const value = Math.max(...hit.fields.map((text, at) => FIELDS[at] * together(phrase, text) ** 2));
      sum += phrase.length * value;
      length += phrase.length;
    }
    const named = phrases.every((phrase) => title.includes(phrase)) ? length / (title.length + 8) : 0;
    return (length ? sum / length : 0) + named;
  };

  /* How well units fit the parts of a query: rare parts count more, and who has most of them most. */
  const scored = (parts) => {
    const scores = new Map();
    let whole = 0;
    for (const part of parts) {
      const here = new Map();
      for (const [postings, sure] of part) {
        const found = entries(postings);
        for (let at = 0; at < found.length; at += 2) {
          const value = sure * VALUES[found[at + 1]];
          if (part.length === 1 || value > (here.get(found[at]) ?? 0)) here.set(found[at], value);
        }
      }
      const rare = Math.log(1 + (index.units - here.size + 0.5) / (here.size + 0.5));
      whole += rare;
      for (const [unit, value] of here) {
        const score = scores.get(unit) ?? [0, 0];
        score[0] += rare * value;
        score[1] += rare;
        scores.set(unit, score);
      }
    }
    return [...scores].map(([unit, [sum, covered]]) => [unit, sum * (covered / whole) ** 2]);
  };

  /* The hits of a query, the best first. */
  search.find = async (text, most = 50) => {
    opened ??= search.load('index.js').catch((error) => { opened = null; throw error; });
    await opened;
    if (!index || index.units === 0) return { hits: [], count: 0 };
    const folded = fold(text.slice(0, LONGEST));
    const queries = [folded, ...readings(folded)];
    const scores = new Map();
    const answers = await Promise.all(queries.map(asked));
    answers.forEach((parts, at) => {
      for (const [unit, score] of scored(parts)) {
        const value = at === 0 ? score : score * LESS_SURE;
        if (value > (scores.get(unit) ?? 0)) scores.set(unit, value);
      }
    });
    const ranked = [...scores].sort((one, other) => other[1] - one[1] || other[0] - one[0]);
    const first = await Promise.all(ranked.slice(0, CANDIDATES).map(([unit]) => told(unit)));
    const phrases = queries.map((query) => query.split(/\s+/u).map((part) => runs(part).join('').replace(HONORIFICS, '')).filter(Boolean));
    const hits = first.map((hit, at) => {
      const fit = Math.max(...phrases.map((phrase, place) => fits(phrase, hit) * (place === 0 ? 1 : LESS_SURE)));
      const words = ranked[at][1];
      return { ...hit, words, fit, score: words * (1 + fit) };
    });
    hits.sort((one, other) => other.score - one.score || other.unit - one.unit);
    return { hits: hits.slice(0, most), count: ranked.length };
  };
})();
