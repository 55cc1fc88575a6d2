/* sphinx-meetup: the page on which the site is searched: its form, its address and its history. */
(() => {
  'use strict';
  const search = globalThis.meetupSearch;
  const found = document.getElementById('meetup-found');
  const form = document.querySelector('form.meetup-search[action=""]');
  if (!found || !form) return;

  const words = JSON.parse(found.dataset.words);
  const status = found.querySelector('[role=status]');
  const choices = found.querySelector('.meetup-choices');
  const results = found.querySelector('.meetup-results');
  const panel = choices.querySelector('details');
  const chips = choices.querySelector('.meetup-chosen');
  const sort = choices.querySelector('select');
  const more = found.querySelector('.meetup-more');
  const input = form.elements.q;
  const PAUSE = 90;
  const LONGEST = 1000;
  let latest = 0;
  let timer = 0;
  let chosen = {};
  let shown = null;

  /* -- results ----------------------------------------------------------------------------------- */

  const total = (result) => {
    const { count, all } = result;
    if (count < all.length) return words.some.replace('%1', String(count)).replace('%2', String(all.length));
    return search.total(result, words);
  };

  const show = (text, result, after) => {
    const why = new URL(location.href).searchParams.has('explain') && words.why;
    const items = result.hits.map((hit) => search.hit(hit, result.marks, why));
    if (after) {
      results.querySelector('ol').append(...items);
    } else {
      status.textContent = total(result);
      results.replaceChildren();
      if (result.named.length) results.append(search.named(result.named, words));
      if (items.length) results.append(search.element('ol', 'meetup-hits', ...items));
    }
    shown = { text, result };
    more.hidden = result.next === null;
    choices.hidden = result.all.length === 0;
    return items;
  };

  const narrow = search.narrow(choices, words, (change) => {
    chosen = change(chosen);
    keep('chosen');
    run();
  });

  /* The counts are made when they are looked at: those of people and topics take files of their own. */
  const count = async (mine) => {
    const list = await narrow.chips(chosen);
    if (mine !== latest) return;
    const focused = chips.contains(document.activeElement);
    chips.replaceChildren(...list);
    if (focused) (chips.querySelector('button') ?? panel.querySelector('summary')).focus();
    if (panel.open && shown) await narrow.show(shown.result.all, chosen, () => mine === latest);
  };

  const clear = (said = '') => {
    results.replaceChildren();
    choices.hidden = true;
    more.hidden = true;
    shown = null;
    found.removeAttribute('aria-busy');
    status.textContent = said;
  };

  const run = async (after = null) => {
    clearTimeout(timer);
    const text = input.value;
    const mine = ++latest;
    if (!text.trim()) return clear();
    found.setAttribute('aria-busy', 'true');
    if (!after) {
      // More of what was asked before would be of another query.
      more.hidden = true;
      shown = null;
    }
    try {
      const wanted = await search.wanted(chosen);
      const result = await search.find(text, { wanted, byDate: sort.value === 'date', after });
      if (mine !== latest) return;
      const items = show(text, result, after);
      if (after) items[0]?.querySelector('a').focus();
      await count(mine).catch((error) => {
        // The hits are there without their choices.
        console.error(error);
        panel.open = false;
      });
    } catch (error) {
      console.error(error);
      if (mine === latest && after) status.textContent = words.failed;
      else if (mine === latest) clear(words.failed);
    }
    if (mine === latest) found.removeAttribute('aria-busy');
  };

  /* -- the address ------------------------------------------------------------------------------- */

  const address = () => {
    const url = new URL(location.href);
    const explained = url.searchParams.has('explain');
    url.search = '';
    url.hash = '';
    if (explained) url.searchParams.set('explain', '');
    const text = input.value.slice(0, LONGEST);
    if (text.trim()) url.searchParams.set('q', text);
    if (sort.value !== 'fit') url.searchParams.set('sort', sort.value);
    for (const facet of search.facets) {
      for (const key of chosen[facet] ?? []) url.searchParams.append(facet, key);
    }
    return url.href;
  };
  /* What is being typed is one step of the browser's history, until it is sent: "back" leads to the words before. */
  let typing = false;
  const keep = (how) => {
    const replaces = typing && how !== 'chosen';
    typing = how === 'typed';
    if (address() === location.href) return;
    try {
      history[replaces ? 'replaceState' : 'pushState'](null, '', address());
    } catch {
      /* a page from a folder may not change its address */
    }
  };
  const read = () => {
    const told = new URL(location.href).searchParams;
    input.value = (told.get('q') ?? '').slice(0, LONGEST);
    sort.value = told.get('sort') === 'date' ? 'date' : 'fit';
    chosen = Object.fromEntries(search.facets.map((facet) => [facet, [...new Set(told.getAll(facet))].slice(0, 20)]));
    if (Object.values(chosen).some((keys) => keys.length)) panel.open = true;
    run();
  };

  /* -- the form ---------------------------------------------------------------------------------- */

  /* The hits first: a change of the address takes its time. */
  const typed = async () => {
    const text = input.value;
    await run();
    if (input.value === text) keep('typed');
  };
  /* Letters that an input method has not settled yet are no query. */
  input.addEventListener('input', (event) => {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(typed, PAUSE);
  });
  input.addEventListener('compositionend', typed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    keep('sent');
    run();
  });
  sort.addEventListener('change', () => { keep('chosen'); run(); });
  panel.addEventListener('toggle', () => {
    if (!panel.open) return;
    count(latest).catch((error) => {
      console.error(error);
      panel.open = false;
      status.textContent = words.failed;
    });
  });
  more.addEventListener('click', () => { if (shown?.result.next) run(shown.result.next); });
  window.addEventListener('popstate', () => { typing = false; read(); });
  read();
})();
