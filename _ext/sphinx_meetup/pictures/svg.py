"""Elements of SVG as text.

Widths are shares of the picture's own, heights and radii are in em: a picture fills a phone and a desk alike while
its text keeps the size of the text around it. Nothing is styled here: classes name what a part is, and a strict
content security policy has nothing to block.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

EMS_ON_A_PHONE = 24
"""The width of a picture on a screen of 320 pixels, in its own letters of 12 pixels."""


def element(tag: str, /, *content: str, **attributes: str) -> str:
    """An element.

    :param content: markup.
    :param attributes: text; Python's ``class_`` is ``class``, ``text_anchor`` is ``text-anchor``.
    """
    names = ''.join(f' {name.rstrip("_").replace("_", "-")}={quoteattr(value)}' for name, value in attributes.items())
    return f'<{tag}{names}>{"".join(content)}</{tag}>'


def words(text: str, x: str, y: str, class_: str, anchor: str = 'start') -> str:
    """Words at a place."""
    return element('text', escape(text), x=x, y=y, class_=class_, text_anchor=anchor)


def hint(text: str) -> str:
    """What a mouse over the part shows."""
    return element('title', escape(text))


def figure(value: float) -> str:
    """A number with two digits behind the point and none that say nothing."""
    return f'{value:.2f}'.rstrip('0').rstrip('.')


def share(part: float, whole: float) -> str:
    """A length as a share of the width."""
    return f'{figure(100 * part / whole)}%'


def em(value: float) -> str:
    """A length in letters."""
    return f'{figure(value)}em'


def drawing(kind: str, *content: str, **size: str) -> str:
    """A drawing, silent: what it shows is told beside it.

    :param size: ``width`` and ``height``, or a ``viewBox``.
    """
    return element('svg', *content, class_=f'meetup-drawing-{kind}', **size, aria_hidden='true', focusable='false')
