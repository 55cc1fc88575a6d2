"""When a page is written: what the archive as a whole decides takes the place of its placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..dependencies import person_options
from ..editing import edit_address
from ..nodes import archive_view, chip, tag
from ..views.entries import Page
from ..views.places import place_link, speaker_link
from ..views.shown import view_nodes

if TYPE_CHECKING:
    from ..catalogue.entries import PersonEntry
    from ..domain import MeetupDomain
    from ..model.archive import Place

_WORDED = frozenset({'meetup-unwritten', 'meetup-marks'})
"""Classes of what is worded in the site's language."""


class ExpandPlaceholders(SphinxPostTransform):
    """Runs before Sphinx resolves references (10), so that it makes the links, right for every builder."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        """Link people and topics, and expand views."""
        domain = cast('MeetupDomain', self.env.domains['meetup'])
        docname = self.env.current_document.docname
        for node in list(self.document.findall(chip)):
            person: PersonEntry = domain.shown(docname, 'person', person_options(node))
            if person.id:
                node['speaker_id'] = person.id
            if person.place is not None and person.place.docname != docname:
                _wrap(node, speaker_link(person.place, node.deepcopy()))
        for topic in list(self.document.findall(tag)):
            place: Place | None = domain.shown(docname, 'tag', {'id': topic['topic']})
            if place is not None:
                topic.parent.replace(topic, place_link(place, 'meetup-topic-link', text=topic.astext()))
        views = list(self.document.findall(archive_view))
        if views:
            page = Page(docname, self.config.language)
            edit_url = edit_address(self.env, docname)
            for placeholder in views:
                view, options = placeholder['view'], placeholder['options']
                record = domain.shown(docname, view, options)
                found = view_nodes(view, options, record, page, edit_url)
                self._mark_language(found)
                placeholder.replace_self(found)

    def _mark_language(self, found: list[nodes.Node]) -> None:
        """Mark labels as words of the site where the report around them is in another language."""
        section = next(iter(self.document.findall(nodes.section)), None)
        if section is None or not any(name.startswith('language-') for name in section['classes']):
            return
        for node in found:
            for element in node.findall(nodes.Element):
                if isinstance(element, nodes.field_name) or not _WORDED.isdisjoint(element['classes']):
                    element['classes'].append(f'language-{self.config.language}')


def _wrap(node: nodes.Element, link: nodes.Element) -> None:
    link.source, link.line = node.source, node.line
    node.parent.replace(node, link)  # replace_self would copy the classes
