/* sphinx-meetup: the index in pieces, each loaded when it is first needed. The format is told in search/index.py and
   search/items.py. */
(() => {
  'use strict';
  const search = (globalThis.meetupSearch ??= {});

  const FORMAT = 2;
  /* What a sign of a number is worth; 32 more where it ends the number. */
  const SIGNS = new Uint8Array(128);
  [...'0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ!$%&()'].forEach((sign, value) => {
    SIGNS[sign.charCodeAt(0)] = value;
  });

  let index = null;
  let opened = null;
  let items = null;
  const pieces = { t: new Map(), u: new Map() };
  const columns = new Map();
  const waiting = new Map();

  /* Where the index and the site are, from where this script is. */
  const here = document.currentScript?.src ?? location.href;
  search.root = new URL('search/', here).href;
  search.site = new URL('../', here).href;

  search.load = (name) =>
    new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = search.root + name;
      script.onload = () => { script.remove(); done(); };
      script.onerror = () => { script.remove(); failed(new Error(name)); };
      document.head.append(script);
    });

  /* What index.js says. Where it cannot be loaded, or does not fit its pieces, all is asked for again, past any cache:
     the site may have been built anew since the page was opened. */
  let attempts = 0;
  const forget = () => {
    [index, opened, items] = [null, null, null];
    for (const kept of [pieces.t, pieces.u, columns, waiting]) kept.clear();
    attempts++;
  };
  const open = async () => {
    opened ??= search.load(attempts ? `index.js?again=${attempts}-${Math.floor(performance.timeOrigin)}` : 'index.js');
    const mine = opened;
    try {
      await mine;
      if (index === null) throw new Error('index.js');
    } catch (error) {
      if (mine === opened) forget();
      throw error;
    }
    return index;
  };

  /* A file of the index; asked for once, and again after it failed. */
  const file = async (name) => {
    const versioned = `${name}.js?${(await open()).version}`;
    if (!waiting.has(versioned)) waiting.set(versioned, search.load(versioned).finally(() => waiting.delete(versioned)));
    await waiting.get(versioned);
  };

  /* A piece that was loaded and is of this index. */
  const whole = (piece, fits) => {
    if (piece !== undefined && fits(piece)) return piece;
    forget();
    throw Object.assign(new Error('pieces of another index'), { isOutdated: true });
  };

  /* -- numbers ----------------------------------------------------------------------------------- */

  /* The numbers of a text. */
  search.numbers = (text) => {
    const found = [];
    let value = 0;
    for (let at = 0; at < text.length; at++) {
      const sign = SIGNS[text.charCodeAt(at)];
      value = value * 32 + (sign & 31);
      if (sign > 31) {
        found.push(value);
        value = 0;
      }
    }
    return found;
  };

  /* The last place of a sorted list whose value is not behind another. */
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

  /* -- what the files call ----------------------------------------------------------------------- */

  search.open = (content) => {
    if (content.format !== FORMAT) throw new Error(`an index of format ${content.format}`);
    let start = 0;
    index = { ...content, common: new Set(content.common), starts: content.lengths.map((length) => (start += length) - length) };
  };
  search.terms = (place, text) => {
    const words = text.split(' ');
    const found = new Map();
    for (let at = 0; at < words.length; at += 2) found.set(words[at], words[at + 1]);
    pieces.t.set(place, found);
  };
  search.units = (place, first, told) => pieces.u.set(place, { first, told });
  search.facts = (content) => {
    const told = search.numbers(content.items);
    const settings = search.numbers(content.settings);
    const count = told.length / 2;
    const found = {
      ...content,
      count,
      first: new Uint32Array(count + 1),
      of: new Uint32Array(index.units),
      kind: new Uint8Array(count),
      has: new Uint8Array(count),
      day: new Int32Array(count),
      inSeries: new Uint16Array(count),
      inLanguage: new Uint8Array(count),
    };
    let unit = 0;
    for (let item = 0; item < count; item++) {
      found.first[item] = unit;
      for (const end = unit + told[2 * item] + 1; unit < end; unit++) found.of[unit] = item;
      found.kind[item] = told[2 * item + 1] >> 2;
      found.has[item] = told[2 * item + 1] & 3;
    }
    found.first[count] = unit;
    found.units = unit;
    for (let at = 0, item = 0; at < settings.length; at += 4) {
      for (const end = item + settings[at] + 1; item < end; item++) {
        [found.day[item], found.inSeries[item], found.inLanguage[item]] = settings.slice(at + 1, at + 4);
      }
    }
    items = found;
  };
  search.column = (name, values, text) => {
    const lists = text.split('.').map((part) => search.numbers(part));
    columns.set(name, { values, lists });
  };

  /* -- what others ask for ----------------------------------------------------------------------- */

  search.index = {
    open,
    /* What counts as one hit: see the format. */
    items: async () => {
      if (items === null) await file('facts');
      return whole(items ?? undefined, (found) => found.units === index.units);
    },
    /* The people or the topics of the items. */
    column: async (name) => {
      if (!columns.has(name)) await file(name);
      return columns.get(name);
    },
    /* The terms of the piece in which a term would be. */
    termsAt: async (place) => {
      if (!pieces.t.has(place)) await file(`t${place}`);
      return whole(pieces.t.get(place), (terms) => terms.has(index.firsts[place]));
    },
    placeOf: (term) => last(index.firsts, term),
    /* A unit as the index tells it. */
    unit: async (unit) => {
      const place = last(index.starts, unit);
      if (!pieces.u.has(place)) await file(`u${place}`);
      const fits = ({ first, told }) => first === index.starts[place] && told.length === index.lengths[place];
      const { told } = whole(pieces.u.get(place), fits);
      const [address, title, trail, people, text, kind, partOf = -1] = told[unit - index.starts[place]];
      return { unit, address, title, trail, people, text, kind, partOf };
    },
  };
})();
