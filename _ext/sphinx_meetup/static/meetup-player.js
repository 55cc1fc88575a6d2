/* Slides and videos of other sites, shown beside their links.
 *
 * Until a reader presses the button nothing is asked of the other site. The link stays: it is the way to go when the
 * frame shows nothing, and what paper and readers without scripts have.
 */
(() => {
  'use strict';

  // The least that players work with. They stand on sites of their own, so that "same origin" is theirs, not ours.
  const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts';

  const frameOf = ({ src, title }) => {
    const frame = document.createElement('iframe');
    frame.className = 'meetup-player-frame';
    frame.title = title;
    frame.setAttribute('sandbox', SANDBOX);
    // YouTube plays only where it is told the site; no more than that is told.
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.loading = 'lazy';
    frame.allowFullscreen = true;
    frame.src = src;
    return frame;
  };

  const offer = (player) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'meetup-player-button';
    button.lang = document.documentElement.lang;
    button.textContent = player.dataset.button;
    button.setAttribute('aria-label', player.dataset.name);
    button.addEventListener('click', () => {
      const frame = frameOf(player.dataset);
      button.replaceWith(frame);
      frame.focus();
      // What then loads takes the place of the empty page that has the focus: without this, Tab would leave the frame.
      frame.addEventListener(
        'load',
        () => {
          if (document.activeElement === frame) frame.contentWindow.focus();
        },
        { once: true },
      );
    });
    player.append(' ', button);
  };

  document.querySelectorAll('.meetup-player[data-src^="https://"]').forEach(offer);
})();
