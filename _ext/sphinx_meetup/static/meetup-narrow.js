/* sphinx-meetup: choosing among hits, in fields that search_page.py writes. */
(() => {
  'use strict';
  const search = globalThis.meetupSearch;
  const { element } = search;

  const SHORT = 6;
  /* The name of a language; its code where the browser has none, or the address names what is no code. */
  const languageName = (code) => {
    try {
      return new Intl.DisplayNames([document.documentElement.lang || 'en'], { type: 'language' }).of(code);
    } catch {
      return code;
    }
  };

  /* The fields below a root, and what they call their values.

     `words` has the names of kinds and of what a talk has; `changed` is called with a function from what is chosen to
     what is chosen then: two choices may come before the first has been counted. */
  search.narrow = (root, words, changed) => {
    const fields = [...root.querySelectorAll('fieldset[data-facet]')];
    const open = new Set();

    const called = (facet, { key, name }) => {
      if (facet === 'language') return languageName(key);
      return words[`${facet}-${key}`] ?? name;
    };

    const box = (facet, value, chosen) => {
      const input = element('input');
      input.type = 'checkbox';
      input.value = value.key;
      input.checked = (chosen[facet] ?? []).includes(value.key);
      input.addEventListener('change', () => {
        changed((now) => {
          const keys = (now[facet] ?? []).filter((key) => key !== value.key);
          return { ...now, [facet]: input.checked ? [...keys, value.key] : keys };
        });
      });
      const name = element('span', '', called(facet, value));
      return element('label', '', input, name, element('span', 'meetup-number', String(value.count)));
    };

    const more = (field, hidden, render) => {
      const button = element('button', '', words.every.replace('%d', String(hidden)));
      button.type = 'button';
      button.addEventListener('click', () => {
        open.add(field);
        render();
        field.querySelectorAll('input')[SHORT]?.focus();
      });
      return button;
    };

    const fill = (field, values, chosen) => {
      const facet = field.dataset.facet;
      const legend = field.querySelector('legend');
      const focused = field.contains(document.activeElement) ? document.activeElement.value : null;
      const shown = open.has(field)
        ? values
        : values.filter(({ key }, at) => at < SHORT || (chosen[facet] ?? []).includes(key));
      field.replaceChildren(legend, ...shown.map((value) => box(facet, value, chosen)));
      if (shown.length < values.length) field.append(more(field, values.length, () => fill(field, values, chosen)));
      field.hidden = values.length < 2 && facet !== 'has' && !(chosen[facet] ?? []).length;
      if (facet === 'has' && values.length === 0) field.hidden = true;
      if (focused !== null) [...field.querySelectorAll('input')].find((input) => input.value === focused)?.focus();
    };

    return {
      /* Show how many of the items there are of each value. */
      show: async (items, chosen, isLatest) => {
        for (const field of fields) {
          const values = await search.counts(field.dataset.facet, items, chosen);
          if (!isLatest()) return;
          fill(field, values, chosen);
        }
      },
      /* What is chosen, as buttons that take it back. */
      chips: async (chosen) => {
        const found = [];
        for (const field of fields) {
          const facet = field.dataset.facet;
          for (const key of chosen[facet] ?? []) {
            const { name } = await search.facet(facet);
            const text = called(facet, { key, name: name(key) });
            const button = element('button', '', text, element('span', '', '×'));
            button.type = 'button';
            button.lastChild.setAttribute('aria-hidden', 'true');
            button.setAttribute('aria-label', words.without.replace('%s', text));
            button.addEventListener('click', () =>
              changed((now) => ({ ...now, [facet]: now[facet].filter((one) => one !== key) })),
            );
            found.push(element('li', '', button));
          }
        }
        return found;
      },
    };
  };
})();
