/* sphinx-meetup: what fits a query, the best first. */
(() => {
  'use strict';
  const search = globalThis.meetupSearch;
  const { fold, runs, isPaired, stem } = search;

  /* So many units are looked at again for a page of hits. */
  const CANDIDATES = 16;
  const LONGEST = 200;
  const MOST_READINGS = 4;
  /* Pieces of the dictionary to either side in which a slip is looked for. */
  const NEIGHBOURS = 6;
  const LESS_SURE = 0.6;
  /* A hit has this share of what the one with most of the query has. */
  const ENOUGH = 0.7;
  const MOST_NAMED = 5;
  /* Numbers of postings that are kept decoded. */
  const MOST_HELD = 4_000_000;
  const VALUES = Array.from({ length: 16 }, (_, level) => 0.25 * Math.exp(level / 2.6));
  const HONORIFICS = /(?<=..)(?:サン|氏|様|先生)$/u;
  /* Who searches an archive of talks looks for a talk: the guide's words count for less. */
  const ASIDE = 0.5;
  const NAMED = new Set(['speaker', 'topic', 'series']);

  /* What a phrase is worth in one piece: in the title, the people, the trail, the text. */
  const FIELDS = [3, 3, 1, 2];
  /* How much more that counts than words on their own. */
  const TOGETHER = 2;

  const known = new Map();
  let index = null;

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
    for (let place = search.index.placeOf(start); place < index.firsts.length && found.length < most; place++) {
      if (index.firsts[place] > start && !index.firsts[place].startsWith(start)) break;
      for (const [term, text] of await search.index.termsAt(place)) {
        if (term.startsWith(start) && found.length < most) found.push([term, text]);
      }
    }
    return found;
  };

  /* What a word of a query may mean: terms with how sure that is. `slips` gets the words that it may be a slip of; it is
     null where the word cannot be one. */
  const meanings = async (word, slips) => {
    const term = stem(word);
    const place = search.index.placeOf(term);
    const exact = (await search.index.termsAt(place)).get(term);
    const found = exact === undefined ? [] : [[exact, 1]];
    if (word.length > 1) {
      for (const [other, text] of await beginning(word, 30)) {
        if (other !== term) found.push([text, 0.35 + 0.45 * (word.length / other.length)]);
      }
    }
    if (found.length === 0 && slips && term.length > 3) {
      const most = term.length > 7 ? 2 : 1;
      /* Its neighbours in the dictionary, as far as they begin alike. */
      const begins = (at) => index.firsts[at] < term[0] || index.firsts[at].startsWith(term[0]);
      const ends = (at) => index.firsts[at + 1] === undefined || index.firsts[at + 1] >= term[0];
      const places = Array.from({ length: 2 * NEIGHBOURS + 1 }, (_, at) => place - NEIGHBOURS + at).filter(
        (at) => at >= 0 && at < index.firsts.length && begins(at) && ends(at),
      );
      for (const terms of await Promise.all(places.map(search.index.termsAt))) {
        for (const [other, text] of terms) {
          if (other[0] !== term[0] || !near(term, other, most)) continue;
          found.push([text, 0.5]);
          slips.push(other);
        }
      }
    }
    return found;
  };

  const pairMeanings = async (pair) => {
    const terms = await search.index.termsAt(search.index.placeOf(pair));
    return terms.has(pair) ? [[terms.get(pair), 1]] : [];
  };

  /* The parts of a query with what they may mean. What is common everywhere says little and takes long to load: it is
     asked for where a query has nothing else. */
  const asked = async (folded, slips) => {
    const parts = [];
    for (let run of runs(folded)) {
      if (!isPaired(run)) {
        parts.push([stem(run), () => meanings(run, slips)]);
        continue;
      }
      run = run.replace(HONORIFICS, '');
      const letters = [...run];
      if (letters.length === 1) {
        parts.push([run, async () => (await beginning(run, 200)).map(([, text]) => [text, 1])]);
      }
      for (let at = 0; at + 1 < letters.length; at++) {
        const pair = letters[at] + letters[at + 1];
        parts.push([pair, () => pairMeanings(pair)]);
      }
    }
    const telling = parts.filter(([term]) => !index.common.has(term));
    return Promise.all((telling.length ? telling : parts).map(([, ask]) => ask()));
  };

  /* Whether a query has a word of kana as a word, not inside another: ログ is no part of ブログ. Folding makes katakana
     of all kana, so stretches of either are told in the text as it was typed. A long word may stand at an end. */
  const KANA = /^[ァ-ヺ]+$/u;
  const stands = (text) => {
    const stretches = (text.normalize('NFKC').match(/[ァ-ヺ][ァ-ヺー]*|[ぁ-ゖ][ぁ-ゖー]*/gu) ?? []).map(fold);
    return (word) =>
      stretches.some((one) => one === word || (word.length > 3 && (one.startsWith(word) || one.endsWith(word))));
  };

  /* The query with words that mean the same in place of its own: each a query of its own, a little less sure. Where
     several words have such, the last reading has them all. */
  const readings = (text, folded) => {
    const found = [];
    const whole = ` ${runs(folded).join(' ')} `;
    const has = stands(text);
    const placeIn = (query, word) => {
      if (!isPaired(word)) return query.indexOf(` ${word} `) < 0 ? -1 : query.indexOf(` ${word} `) + 1;
      return KANA.test(word) && !has(word) ? -1 : query.indexOf(word);
    };
    const put = (query, word, other) => {
      const at = placeIn(query, word);
      return at < 0 ? null : `${query.slice(0, at)} ${other} ${query.slice(at + word.length)}`;
    };
    let all = whole;
    let changed = 0;
    for (const group of index.alike ?? []) {
      const word = group.find((one) => placeIn(whole, one) >= 0);
      if (word === undefined) continue;
      const others = group.filter((other) => other !== word);
      found.push(...others.map((other) => put(whole, word, other)));
      const more = put(all, word, others[0]);
      if (more !== null) {
        all = more;
        changed++;
      }
    }
    const most = found.slice(0, MOST_READINGS);
    return (changed > 1 ? [...most, all] : most).map((query) => query.trim());
  };

  /* -- ranking ----------------------------------------------------------------------------------- */

  const compact = (text) => runs(fold(text)).join('');

  /* The largest part of a phrase that a text has in one piece, as a share of the phrase. */
  const together = (phrase, text) => {
    let best = 0;
    for (let from = 0; from < phrase.length - best; from++) {
      while (from + best < phrase.length && text.includes(phrase.slice(from, from + best + 1))) best++;
    }
    return phrase.length ? best / phrase.length : 0;
  };

  const told = async (unit) => {
    if (!known.has(unit)) {
      const one = await search.index.unit(unit);
      const people = one.partOf < 0 ? one.people : []; // of a talk's parts none is its speakers'
      const folded = fold(one.text);
      const fields = [...[one.title, people.join(' '), one.trail.join(' ')].map(compact), runs(folded).join('')];
      known.set(unit, { ...one, folded, fields });
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

  /* Postings as numbers; kept, as every further letter asks for most of them again. */
  const decoded = new Map();
  let held = 0;
  const numbersOf = (postings) => {
    let found = decoded.get(postings);
    if (found === undefined) {
      found = Uint32Array.from(search.numbers(postings));
      for (let at = 1; at < found.length; at++) found[at] += found[at - 1] & ~15;
      held += found.length;
      if (held > MOST_HELD) {
        decoded.clear();
        held = found.length;
      }
      decoded.set(postings, found);
    }
    return found;
  };

  /* A part of a query as units with what they have of it: of several meanings the best. */
  let here = new Float32Array(0);
  const values = (part) => {
    if (part.length === 1) {
      const [postings, sure] = part[0];
      const numbers = numbersOf(postings);
      return { count: numbers.length, unit: (at) => numbers[at] >> 4, value: (at) => sure * VALUES[numbers[at] & 15] };
    }
    if (here.length < index.units) here = new Float32Array(index.units);
    const found = [];
    for (const [postings, sure] of part) {
      const numbers = numbersOf(postings);
      for (let at = 0; at < numbers.length; at++) {
        const unit = numbers[at] >> 4;
        const value = sure * VALUES[numbers[at] & 15];
        if (here[unit] === 0) found.push(unit);
        if (value > here[unit]) here[unit] = value;
      }
    }
    const best = Float32Array.from(found, (unit) => here[unit]);
    for (const unit of found) here[unit] = 0;
    return { count: found.length, unit: (at) => found[at], value: (at) => best[at] };
  };

  /* How well units fit the parts of a query: rare parts count more, and who has most of them most. Gives unit and score
     of those that have enough; none where even the best has less than a share of all that was asked. */
  const scored = (parts, least) => {
    const all = parts.map((part) => {
      const one = values(part);
      return { ...one, rare: Math.log(1 + (index.units - one.count + 0.5) / (one.count + 0.5)) };
    });
    const whole = all.reduce((sum, one) => sum + one.rare, 0);
    /* What nothing has tells no unit from another. */
    const known = all.reduce((sum, one) => sum + (one.count ? one.rare : 0), 0);
    const sums = new Float32Array(index.units);
    const covered = new Float32Array(index.units);
    const touched = [];
    let most = 0;
    let left = known;
    /* The rarest first: where what is left is not enough for a unit that has had nothing so far, none is added. */
    for (const { count, unit: unitAt, value, rare } of all.sort((one, other) => other.rare - one.rare)) {
      if (count === 0) continue;
      const isOpen = left >= ENOUGH * most;
      left -= rare;
      for (let at = 0; at < count; at++) {
        const unit = unitAt(at);
        if (covered[unit] === 0) {
          if (!isOpen) continue;
          touched.push(unit);
        }
        sums[unit] += rare * value(at);
        covered[unit] += rare;
        if (covered[unit] > most) most = covered[unit];
      }
    }
    if (most < least * whole) return [];
    return touched
      .filter((unit) => covered[unit] >= ENOUGH * most)
      .map((unit) => [unit, sums[unit] * (covered[unit] / known) ** 2]);
  };

  /* A query's units, the best first, and its phrases: the last one is kept, as "more" and every choice ask again. */
  let latest = { text: null };
  const ranking = async (text) => {
    const folded = fold(text.slice(0, LONGEST));
    if (latest.text === folded) return latest;
    const queries = [folded, ...readings(text.slice(0, LONGEST), folded)];
    const slips = [];
    const asking = queries.map((query, at) => asked(query, at === 0 ? slips : null));
    const [items, ...answers] = await Promise.all([search.index.items(), ...asking]);
    const isWord = /^[ァ-ヺ]+$/u.test(folded);
    const found = new Map();
    answers.forEach((parts, at) => {
      // Another reading has to be there nearly whole, a word of kana at least by half: a scrap of either is something else.
      const least = at > 0 ? ENOUGH : isWord ? 0.5 : 0;
      for (const [unit, value] of scored(parts, least)) {
        found.set(unit, Math.max(found.get(unit) ?? 0, at === 0 ? value : value * LESS_SURE));
      }
    });
    const units = [];
    for (const [unit, value] of found) {
      units.push([unit, items.kinds[items.kind[items.of[unit]]] === 'page' ? value * ASIDE : value]);
    }
    units.sort((one, other) => other[1] - one[1] || other[0] - one[0]);
    const phrases = queries.map((query) =>
      query.split(/\s+/u).map((part) => runs(part).join('').replace(HONORIFICS, '')).filter(Boolean),
    );
    const own = runs(folded);
    const others = queries.slice(1).flatMap(runs).filter((run) => run.length > 1 && !own.includes(run));
    const marks = [text.slice(0, LONGEST), ...new Set([...others, ...slips.slice(0, 5)])].join(' ');
    latest = { text: folded, units, phrases, items, marks };
    return latest;
  };

  const again = async (phrases, units) => {
    const hits = await Promise.all(units.map(([unit]) => told(unit)));
    const found = hits.map((hit, at) => {
      const fit = Math.max(...phrases.map((phrase, place) => fits(phrase, hit) * (place === 0 ? 1 : LESS_SURE)));
      const words = units[at][1];
      return { ...hit, words, fit, score: words * (1 + fit) ** TOGETHER };
    });
    return found.sort((one, other) => other.score - one.score || other.unit - one.unit);
  };

  /* The units of a page in their order -> hits: a talk once, with its other places that fit. */
  const grouped = (units, items) => {
    const hits = new Map();
    for (const unit of units) {
      const item = items.of[unit.unit];
      if (hits.has(item)) hits.get(item).others.push(unit);
      else hits.set(item, { ...unit, item, day: items.day[item], others: [] });
    }
    return [...hits.values()];
  };

  /* -- what pages ask for ------------------------------------------------------------------------ */

  /* The hits of a query.

     `wanted` says of an item whether to have it; `byDate` puts the newest first; `after` is what the last page gave as
     `next`, which is null where there are no more. `all` are the items of the query, whether wanted or not;
     `marks` the words to mark, those that it was taken for among them. */
  search.find = async (text, options) => {
    try {
      return await look(text, options);
    } catch (error) {
      if (!error.isOutdated) throw error;
      return look(text, options); // the site was built anew: its index is asked for again
    }
  };

  const look = async (text, { wanted = null, byDate = false, after = null } = {}) => {
    const opened = await search.index.open();
    if (opened !== index) {
      index = opened;
      known.clear();
      decoded.clear();
      latest = { text: null };
    }
    const none = { hits: [], named: [], all: [], count: 0, next: null, marks: '' };
    if (index.units === 0) return none;
    const { units, phrases, items, marks } = await ranking(text);
    const isName = (unit) => NAMED.has(items.kinds[items.kind[items.of[unit]]]);
    const places = units.filter(([unit]) => !isName(unit));
    const all = [...new Set(places.map(([unit]) => items.of[unit]))];
    const chosen = wanted ? new Set(all.filter(wanted)) : null;
    const list = chosen ? places.filter(([unit]) => chosen.has(items.of[unit])) : places;
    if (byDate) {
      list.sort((one, other) => items.day[items.of[other[0]]] - items.day[items.of[one[0]]] || other[1] - one[1]);
    }
    const shown = after?.shown ?? new Set();
    let at = after?.at ?? 0;
    const page = [];
    const fresh = new Set();
    /* The first page is one look; a further one goes on until there is something new to see. */
    do {
      for (const one of list.slice(at, at + CANDIDATES)) {
        const item = items.of[one[0]];
        if (shown.has(item)) continue;
        page.push(one);
        fresh.add(item);
      }
      at += CANDIDATES;
    } while (at < list.length && after && fresh.size < CANDIDATES / 2);
    const looked = await again(phrases, page);
    if (byDate) looked.sort((one, other) => items.day[items.of[other.unit]] - items.day[items.of[one.unit]]);
    const names = after || wanted ? [] : units.slice(0, CANDIDATES).filter(([unit]) => isName(unit));
    for (const item of fresh) shown.add(item);
    return {
      hits: grouped(looked, items),
      named: (await again(phrases, names)).slice(0, MOST_NAMED),
      all,
      count: chosen ? chosen.size : all.length,
      marks,
      next: shown.size < (chosen ? chosen.size : all.length) ? { at, shown } : null,
    };
  };
})();
