/* sphinx-meetup: on every page. Each search box of the page shows hits as one types (a combobox as the ARIA patterns
   describe it), "/" and Ctrl+K lead to it, and the words of a hit are marked where it leads. The search itself is
   loaded when somebody turns to a box. */
(() => {
  'use strict';
  const script = document.currentScript;
  const words = JSON.parse(script.dataset.words);
  const PARTS = ['fold', 'index', 'engine', 'facets', 'marks', 'results'];
  const SHOWN = 7;
  const LONGEST = 1000;
  const PAUSE = 90;
  const MARGIN = 8;
  const LEAST = 200;

  const sibling = (name) =>
    new Promise((done, failed) => {
      const made = document.createElement('script');
      made.src = new URL(`meetup-${name}.js?v=${script.dataset.version}`, script.src).href;
      made.async = false; // one after the other
      made.onload = done;
      made.onerror = () => failed(new Error(name));
      document.head.append(made);
    });
  /* All of them, or all again where one failed; the search page has them from the beginning. */
  let loading = null;
  const loaded = () => {
    loading ??= (document.getElementById('meetup-found') ? Promise.resolve() : Promise.all(PARTS.map(sibling))).catch(
      (error) => { loading = null; throw error; },
    );
    return loading;
  };

  /* -- the box ----------------------------------------------------------------------------------- */

  const boxes = [];
  let drawer = null; // of the theme, where a key opened it
  /* What a screen reader says of the hits: there before it has something to say, or it is not heard. */
  const spoken = document.createElement('p');
  spoken.className = 'meetup-unseen';
  spoken.setAttribute('role', 'status');

  const enhance = (input, number) => {
    const form = input.form;
    const name = `meetup-box-${number}`;
    const popup = document.createElement('div');
    const list = document.createElement('div');
    const line = document.createElement('p');
    popup.className = 'meetup-box';
    popup.hidden = true;
    list.id = name;
    list.tabIndex = -1; // what scrolls would be a stop of its own
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', words.hits);
    line.className = 'meetup-box-line';
    popup.append(list, line);
    // In the top layer, where there is one: a sidebar would cut it off.
    if (popup.showPopover) popup.popover = 'manual';
    form.append(popup);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', name);
    input.setAttribute('aria-keyshortcuts', 'Control+K');
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.maxLength = LONGEST;
    // Only what we ask for belongs into the address.
    for (const hidden of form.querySelectorAll('input[type=hidden]')) hidden.remove();

    let options = [];
    let active = -1;
    let latest = 0;
    let timer = 0;
    let pending = false;

    const place = () => {
      const box = input.getBoundingClientRect();
      const screen = window.visualViewport ?? { height: innerHeight, offsetTop: 0 };
      const width = Math.min(Math.max(box.width, 480), document.documentElement.clientWidth - 2 * MARGIN);
      const left = Math.max(MARGIN, Math.min(box.left, document.documentElement.clientWidth - width - MARGIN));
      popup.style.inlineSize = `${width}px`;
      popup.style.insetInlineStart = `${left}px`;
      const below = screen.offsetTop + screen.height - box.bottom - 4 - MARGIN;
      const above = box.top - screen.offsetTop - 4 - MARGIN;
      const isBelow = below >= LEAST || below >= above;
      popup.style.insetBlockStart = isBelow ? `${box.bottom + 4}px` : 'auto';
      popup.style.insetBlockEnd = isBelow ? 'auto' : `${innerHeight - box.top + 4}px`;
      popup.style.maxBlockSize = `${Math.max(48, isBelow ? below : above)}px`;
    };

    const choose = (at) => {
      if (active >= 0) options[active]?.setAttribute('aria-selected', 'false');
      active = at;
      if (active < 0) {
        input.removeAttribute('aria-activedescendant');
        return;
      }
      options[active].setAttribute('aria-selected', 'true');
      input.setAttribute('aria-activedescendant', options[active].id);
      options[active].scrollIntoView({ block: 'nearest' });
    };

    const isOpen = () => !popup.hidden;
    const open = () => {
      place();
      popup.hidden = false;
      if (popup.popover && !popup.matches(':popover-open')) popup.showPopover();
      input.setAttribute('aria-expanded', String(options.length > 0));
    };
    const say = (text) => {
      spoken.textContent = text;
      line.textContent = text;
      line.hidden = options.length > 0;
      open();
    };
    const close = () => {
      clearTimeout(timer);
      pending = false;
      latest++;
      choose(-1);
      if (popup.popover && isOpen()) popup.hidePopover();
      popup.hidden = true;
      spoken.textContent = '';
      input.setAttribute('aria-expanded', 'false');
    };
    const option = (href, ...content) => {
      const made = document.createElement('a');
      made.className = 'meetup-option';
      made.id = `${name}-${options.length}`;
      made.href = href;
      made.tabIndex = -1;
      made.setAttribute('role', 'option');
      made.setAttribute('aria-selected', 'false');
      made.append(...content);
      options.push(made);
      list.append(made);
    };

    const all = (text) => {
      const url = new URL(form.action, location.href);
      url.search = new URLSearchParams({ q: text.slice(0, LONGEST) }).toString();
      return url.href;
    };

    const show = (text, { hits, named, count, marks }) => {
      const search = globalThis.meetupSearch;
      const wanted = search.needles(marks);
      choose(-1);
      options = [];
      list.replaceChildren();
      for (const hit of named.slice(0, 2)) {
        const kind = search.element('span', 'meetup-about', words[hit.kind]);
        option(search.site + hit.address, search.element('span', 'meetup-entry', hit.title), kind);
      }
      for (const hit of hits.slice(0, SHOWN - options.length)) {
        const lines = [['meetup-about', search.about(hit)], ['meetup-excerpt', search.excerpt(hit.text, hit.folded, wanted)]];
        option(
          search.addressOf(hit, marks),
          search.element('span', 'meetup-entry', ...search.titled(hit, wanted)),
          ...lines
            .filter(([, said]) => said)
            .map(([className, said]) => search.element('span', className, ...search.marked(said, wanted))),
        );
      }
      if (count > 0) option(all(text), search.element('span', 'meetup-entry', words.all.replace('%d', String(count))));
      say(search.total({ count, named }, words));
    };

    const run = async () => {
      clearTimeout(timer);
      const text = input.value;
      const mine = ++latest;
      if (!text.trim()) return close();
      pending = true;
      try {
        await loaded();
        const result = await globalThis.meetupSearch.find(text);
        if (mine !== latest) return;
        pending = false;
        show(text, result);
      } catch (error) {
        console.error(error);
        if (mine !== latest) return;
        pending = false;
        choose(-1);
        options = [];
        list.replaceChildren();
        say(words.failed);
      }
    };

    input.addEventListener('focus', () => loaded().catch(() => {}));
    /* Letters that an input method has not settled yet are no query. */
    input.addEventListener('input', (event) => {
      choose(-1); // what was chosen belongs to the words before
      if (event.isComposing) return;
      clearTimeout(timer);
      pending = true;
      timer = setTimeout(run, PAUSE);
    });
    input.addEventListener('compositionend', run);
    input.addEventListener('keydown', (event) => {
      // An input method takes these keys for itself; Safari tells it by the code alone.
      if (event.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (!input.value.trim()) return;
        event.preventDefault();
        if (!isOpen()) return void run();
        if (options.length === 0) return;
        const step = event.key === 'ArrowDown' ? 1 : -1;
        const at = active + step;
        choose(at >= options.length || at === -1 ? -1 : at < -1 ? options.length - 1 : at);
      } else if (event.key === 'Enter' && isOpen() && active >= 0) {
        event.preventDefault();
        options[active].click();
      } else if (event.key === 'Escape' && (isOpen() || pending)) {
        event.preventDefault();
        event.stopPropagation(); // marks on the page stay
        close();
      } else if (event.key === 'Escape' && drawer?.checked) {
        drawer.checked = false;
        drawer = null;
        input.blur();
      }
    });
    input.addEventListener('blur', () => setTimeout(() => { if (document.activeElement !== input) close(); }, 0));
    /* A click on a hit must not take the focus away before it arrives. */
    popup.addEventListener('mousedown', (event) => event.preventDefault());
    popup.addEventListener('click', (event) => { if (event.target.closest('a')) close(); });
    for (const target of [window, window.visualViewport]) {
      target?.addEventListener('resize', () => { if (isOpen()) place(); });
    }
    document.addEventListener('scroll', () => { if (isOpen()) place(); }, { capture: true, passive: true });
    boxes.push(input);
  };

  /* -- keys -------------------------------------------------------------------------------------- */

  const isVisible = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right > 0 && box.left < innerWidth;
  };

  /* The page's own form first, then the sidebar's; where that is in a drawer the drawer opens. */
  const turnTo = () => {
    const page = document.querySelector('[role=main] form input[name=q]');
    const input = [page, ...boxes].find((one) => one && isVisible(one)) ?? boxes[0];
    if (!input) return false;
    if (!isVisible(input)) {
      drawer = document.getElementById('__navigation');
      if (drawer) drawer.checked = true;
    }
    input.focus();
    input.select();
    return true;
  };

  const BUTTONS = '[type=checkbox], [type=radio], [type=button], [type=submit], [type=reset]';
  const writes = (element) =>
    element?.closest?.(`input:not(${BUTTONS}), textarea, select, [contenteditable]:not([contenteditable=false])`);
  /* Sphinx goes to the first box of the page, whoever else wants the key: it asks this whenever one is pressed. */
  if (typeof DOCUMENTATION_OPTIONS !== 'undefined') DOCUMENTATION_OPTIONS.ENABLE_SEARCH_SHORTCUTS = false;
  const isMac = /^Mac|^iP/u.test(navigator.platform);

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const meta = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    const isK = meta && !event.shiftKey && event.key.toLowerCase() === 'k';
    // Read the Docs may have a search of its own behind this key.
    const isSlash =
      event.key === '/' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !writes(event.target) &&
      document.querySelector('readthedocs-search') === null;
    if ((isK || isSlash) && turnTo()) event.preventDefault();
  });

  /* -- arriving ---------------------------------------------------------------------------------- */

  const arrive = async () => {
    const url = new URL(location.href);
    const text = url.searchParams.get('marked');
    if (!text) return;
    url.searchParams.delete('marked');
    try {
      history.replaceState(history.state, '', url.href);
    } catch {
      /* a page from a folder may not change its address */
    }
    await Promise.all(['fold', 'marks', 'arrive'].map(sibling));
    globalThis.meetupSearch.arrive(text.slice(0, 600));
  };

  /* Whatever a theme makes of them: forms that lead to the search page. That page's own shows its hits itself. */
  const leadsToSearch = (form) => form?.getAttribute('action') && /\/search(?:\.html|\/)?$/u.test(new URL(form.action).pathname);
  [...document.querySelectorAll('form input[name=q]')].filter((input) => leadsToSearch(input.form)).forEach(enhance);
  boxes[0]?.form.append(spoken);
  arrive().catch(() => {});
})();
