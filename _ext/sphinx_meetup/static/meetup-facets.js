/* sphinx-meetup: what hits can be chosen by, and how many there are of each. */
(() => {
  'use strict';
  const search = globalThis.meetupSearch;

  const DAY = 86_400_000;
  search.dateOf = (day) => new Date((day - 1) * DAY);

  /* For each facet: the values that an item has, and what a value is called. The last two take a file each. */
  const simple = {
    kind: (items) => ({ of: (item) => [items.kinds[items.kind[item]]], name: (key) => key }),
    year: (items) => ({
      of: (item) => (items.day[item] ? [String(search.dateOf(items.day[item]).getUTCFullYear())] : []),
      name: (key) => key,
    }),
    series: (items) => {
      const names = new Map(items.series);
      return {
        of: (item) => (items.inSeries[item] ? [items.series[items.inSeries[item] - 1][0]] : []),
        name: (key) => names.get(key) ?? key,
      };
    },
    language: (items) => ({
      of: (item) => (items.inLanguage[item] ? [items.languages[items.inLanguage[item] - 1]] : []),
      name: (key) => key,
    }),
    has: (items) => ({
      of: (item) => ['slides', 'video'].filter((_, at) => items.has[item] & (1 << at)),
      name: (key) => key,
    }),
  };
  const column = (name) => async () => {
    const { values, lists } = await search.index.column(name);
    const names = new Map(values);
    return { of: (item) => lists[item].map((at) => values[at][0]), name: (key) => names.get(key) ?? key };
  };
  const wide = { speaker: column('people'), topic: column('topics') };

  search.facets = [...Object.keys(simple), ...Object.keys(wide)];
  const made = new Map();
  let known = null;
  search.facet = async (facet) => {
    const items = await search.index.items();
    if (items !== known) {
      known = items;
      made.clear();
    }
    if (!made.has(facet)) made.set(facet, await (simple[facet] ?? wide[facet])(items));
    return made.get(facet);
  };

  /* Whether an item is wanted: it has one of the chosen values of every facet. A facet may be left out of that, so
     that one can tell how many there would be with its other values. */
  search.wanted = async (chosen, without = '') => {
    const tests = [];
    for (const [facet, keys] of Object.entries(chosen)) {
      if (facet === without || keys.length === 0) continue;
      const { of } = await search.facet(facet);
      tests.push((item) => of(item).some((key) => keys.includes(key)));
    }
    return tests.length ? (item) => tests.every((test) => test(item)) : null;
  };

  /* The values of a facet with how many of the items have them, the most frequent first; years by time. */
  search.counts = async (facet, items, chosen) => {
    const { of, name } = await search.facet(facet);
    const wanted = await search.wanted(chosen, facet);
    const counts = new Map((chosen[facet] ?? []).map((key) => [key, 0]));
    for (const item of wanted ? items.filter(wanted) : items) {
      for (const key of of(item)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const found = [...counts].map(([key, count]) => ({ key, count, name: name(key) }));
    const order = (one, other) => (one.key < other.key ? -1 : 1);
    return facet === 'year'
      ? found.sort((one, other) => -order(one, other))
      : found.sort((one, other) => other.count - one.count || order(one, other));
  };
})();
