/* sphinx-meetup: hits as the search page shows them. What is found is text, never markup. */
(() => {
  'use strict';
  const search = globalThis.meetupSearch;

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  search.element = element;

  /* An address with the words to mark there (see meetup-box.js). */
  search.addressOf = (hit, text) => {
    const [page, anchor] = hit.address.split('#');
    const marked = text ? `?marked=${encodeURIComponent(text.trim().slice(0, 600))}` : '';
    return `${search.site}${page}${marked}${anchor ? `#${anchor}` : ''}`;
  };

  const dates = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: 'medium', timeZone: 'UTC' });
  search.dateText = (hit) => (hit.day ? dates.format(search.dateOf(hit.day)) : '');

  /* What a hit is called: a part of a talk by the talk's title first. */
  search.titled = (hit, wanted) => {
    if (hit.partOf < 0) return search.marked(hit.title, wanted);
    const part = [...hit.trail.slice(hit.partOf + 1), hit.title].join(' › ');
    return [
      ...search.marked(hit.trail[hit.partOf], wanted),
      element('span', 'meetup-part', ' › ', ...search.marked(part, wanted)),
    ];
  };

  /* How many hits there are; nothing is said of none where somebody or something of that name is there. */
  search.total = ({ count, named }, words) => {
    if (count > 1) return words.found.replace('%d', String(count));
    return count === 1 ? words.one : named.length ? '' : words.none;
  };

  /* Who, what it is part of, when. */
  search.about = (hit) => {
    const people = hit.people[0] === hit.title ? '' : hit.people.join(', ');
    const trail = (hit.partOf < 0 ? hit.trail : hit.trail.slice(0, hit.partOf)).join(' › ');
    return [people, trail, search.dateText(hit)].filter(Boolean).join(' · ');
  };

  search.hit = (hit, text, why) => {
    const wanted = search.needles(text);
    const link = element('a', 'meetup-hit', ...search.titled(hit, wanted));
    link.href = search.addressOf(hit, text);
    const item = element('li', '', element('p', 'meetup-entry', link));
    const about = search.about(hit);
    if (about) item.append(element('p', 'meetup-about', ...search.marked(about, wanted)));
    const said = search.excerpt(hit.text, hit.folded, wanted);
    if (said) item.append(element('p', 'meetup-excerpt', ...search.marked(said, wanted)));
    if (hit.others.length) {
      const more = hit.others.slice(0, 3).flatMap((other, at) => {
        const place = element('a', 'reference internal', other.title);
        place.href = search.addressOf(other, text);
        return at ? [' · ', place] : [place];
      });
      item.append(element('p', 'meetup-about', '› ', ...more));
    }
    if (why) {
      const sums = [hit.score, hit.words, hit.fit].map((value) => value.toFixed(2));
      item.append(element('p', 'meetup-about', why.replace(/%[1-3]/gu, (mark) => sums[mark[1] - 1])));
    }
    return item;
  };

  /* People, topics and series of that name. */
  search.named = (named, labels) => {
    const list = element('ul', 'meetup-named');
    for (const hit of named) {
      const link = element('a', 'reference internal', hit.title);
      link.href = search.site + hit.address;
      list.append(element('li', '', element('span', 'meetup-about', labels[hit.kind]), ' ', link));
    }
    return list;
  };
})();
