/* sphinx-meetup: the page on which the site is searched. What is typed and what is found is text, never markup. */
(() => {
  'use strict';
  const search = globalThis.meetupSearch;
  const found = document.getElementById('meetup-found');
  const form = document.querySelector('form.meetup-search[action=""]');
  if (!found || !form) return;

  const words = JSON.parse(found.dataset.words);
  const status = found.querySelector('[role=status]');
  const input = form.elements.q;
  const MOST = 50;
  const EXCERPT = 150;
  const PAUSE = 90;
  search.root = found.dataset.index;
  let latest = 0;
  let timer = 0;

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  /* -- marks ------------------------------------------------------------------------------------- */

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

  const needles = (text) => {
    const runs = search.fold(text.slice(0, 200)).split(/\s+/u).flatMap((chunk) => search.runs(chunk));
    const all = new Set(runs.map((run) => (search.isPaired(run) ? run : search.stem(run))));
    for (const run of runs) {
      if (search.isPaired(run) && run.length > 2) {
        for (let at = 0; at + 1 < run.length; at++) all.add(run.slice(at, at + 2));
      }
    }
    return [...all].sort((one, other) => other.length - one.length);
  };

  const marked = (text, wanted) => {
    const { letters, folded, origin } = traced(text);
    const hit = new Array(letters.length).fill(false);
    for (const needle of wanted) {
      for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1)) {
        const start = [...folded.slice(0, at)].length;
        const end = start + [...needle].length - 1;
        for (let place = origin[start]; place <= origin[end]; place++) hit[place] = true;
      }
    }
    const parts = [];
    for (let from = 0; from < letters.length; ) {
      let to = from;
      while (to < letters.length && hit[to] === hit[from]) to++;
      const part = letters.slice(from, to).join('');
      parts.push(hit[from] ? element('mark', '', part) : part);
      from = to;
    }
    return parts;
  };

  /* The stretch of a text that says most of what was asked. */
  const excerpt = (text, wanted) => {
    let best = '';
    let most = 0;
    for (const line of text.split('\n')) {
      for (let at = 0; at < line.length || at === 0; at += EXCERPT - 30) {
        const part = line.slice(at, at + EXCERPT);
        const folded = search.fold(part);
        const sum = wanted.reduce((value, needle) => value + (folded.includes(needle) ? needle.length ** 2 : 0), 0);
        if (sum > most || best === '') [best, most] = [(at ? '…' : '') + part + (at + EXCERPT < line.length ? '…' : ''), sum];
      }
    }
    return best;
  };

  const explains = () => new URL(location.href).searchParams.has('explain');

  /* -- results ----------------------------------------------------------------------------------- */

  const show = (text, { hits, count }) => {
    const wanted = needles(text);
    found.replaceChildren(status);
    status.textContent = count === 0 ? words.none : count === 1 ? words.one : words.found.replace('%d', String(count));
    const named = hits.filter((hit) => words[hit.kind]).slice(0, 5);
    if (named.length) {
      const list = element('ul', 'meetup-named');
      for (const hit of named) {
        const link = element('a', 'reference internal', hit.title);
        link.href = found.dataset.site + hit.address;
        list.append(element('li', '', element('span', 'meetup-about', words[hit.kind]), ' ', link));
      }
      found.append(list);
    }
    const list = element('ol', 'meetup-hits');
    for (const hit of hits.filter((one) => !words[one.kind])) {
      const link = element('a', 'meetup-hit', ...marked(hit.title, wanted));
      link.href = found.dataset.site + hit.address;
      const item = element('li', '', element('p', 'meetup-entry', link));
      const about = [...new Set([hit.people.join(', '), hit.trail.join(' › ')])].filter(Boolean).join(' · ');
      if (about) item.append(element('p', 'meetup-about', ...marked(about, wanted)));
      const said = excerpt(hit.text, wanted);
      if (said) item.append(element('p', 'meetup-excerpt', ...marked(said, wanted)));
      if (explains()) {
        const sums = [hit.score, hit.words, hit.fit].map((value) => value.toFixed(2));
        item.append(element('p', 'meetup-about', words.why.replace(/%[1-3]/gu, (mark) => sums[mark[1] - 1])));
      }
      list.append(item);
    }
    if (list.children.length) found.append(list);
  };

  const clear = () => {
    found.replaceChildren(status);
    status.textContent = '';
  };

  const run = async () => {
    clearTimeout(timer);
    const text = input.value;
    const mine = ++latest;
    if (!text.trim()) return clear();
    try {
      const result = await search.find(text, MOST);
      if (mine === latest) show(text, result);
    } catch {
      if (mine !== latest) return;
      clear();
      status.textContent = words.failed;
    }
  };

  /* -- the form ---------------------------------------------------------------------------------- */

  const address = (text) => {
    const url = new URL(location.href);
    const explained = explains();
    url.search = '';
    url.hash = '';
    if (explained) url.searchParams.set('explain', '');
    if (text.trim()) url.searchParams.set('q', text);
    return url.href;
  };
  /* What is being typed is one step of the browser's history, until it is sent: "back" leads to the words before. */
  let typing = false;
  const keep = (sent) => {
    try {
      history[typing ? 'replaceState' : 'pushState'](null, '', address(input.value.slice(0, 1000)));
    } catch {
      /* a page from a folder may not change its address */
    }
    typing = !sent;
  };
  const read = () => {
    input.value = (new URL(location.href).searchParams.get('q') ?? '').slice(0, 1000);
    run();
  };

  /* Letters that an input method has not settled yet are no query. */
  input.addEventListener('input', (event) => {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(() => { keep(false); run(); }, PAUSE);
  });
  input.addEventListener('compositionend', () => { keep(false); run(); });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    keep(true);
    run();
  });
  window.addEventListener('popstate', () => { typing = false; read(); });
  read();
})();
