/* sphinx-meetup: the words of a hit, marked where it leads; Escape takes the marks away. */
(() => {
  'use strict';
  const search = globalThis.meetupSearch;

  const MOST = 200;
  const QUIET = 1500;
  const SILENT = 'script, style, svg, button, select, textarea, .headerlink, .meetup-unseen';

  search.arrive = (text) => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const root = place?.closest('section') ?? document.querySelector('[role=main]');
    if (!root) return;
    const wanted = search.needles(text);
    // Parts of words only where no word stands whole.
    const folded = search.fold(root.textContent);
    const words = wanted.map((one) => (folded.includes(one.whole) ? { whole: one.whole, parts: [] } : one));
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && !node.parentElement.closest(SILENT)) texts.push(node);
    }
    const marks = [];
    for (const node of texts) {
      if (marks.length >= MOST) break;
      const made = search.marked(node.data, words);
      const found = made.filter((one) => one.nodeName === 'MARK');
      if (found.length === 0) continue;
      for (const mark of found) mark.className = 'meetup-mark';
      marks.push(...found);
      node.replaceWith(...made);
    }
    // Marks move lines, what comes late moves more, and the browser is on its own way there: to the place again whenever
    // a scroll ends elsewhere, until all is quiet or the reader goes somewhere.
    const turn = () => place?.scrollIntoView({ behavior: 'instant' });
    const stop = new AbortController();
    const { signal } = stop;
    for (const name of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
      addEventListener(name, () => stop.abort(), { passive: true, signal });
    }
    addEventListener('load', turn, { signal });
    document.addEventListener('scrollend', turn, { signal });
    setTimeout(() => { if (!signal.aborted) turn(); stop.abort(); }, QUIET);
    turn();
    const clear = (event) => {
      if (event.key !== 'Escape') return;
      document.removeEventListener('keydown', clear);
      for (const mark of marks) mark.replaceWith(...mark.childNodes);
      root.normalize();
    };
    if (marks.length) document.addEventListener('keydown', clear);
  };
})();
