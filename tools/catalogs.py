"""Catalogs: brought up to date with the texts they translate, and compiled the same way every time.

Run as a command, it does so for the extension's own. No file says when or with what it was written, so that a second
run changes nothing.
"""

from __future__ import annotations

import struct
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / '_ext' / 'sphinx_meetup'
DOMAIN = 'sphinx_meetup'
LANGUAGES = ('en', 'ja')
SOURCE_LANGUAGE = 'en'
KEYWORDS = {'_': None, 'ngettext': (1, 2)}
PLURALS = {'en': 'nplurals=2; plural=(n != 1);', 'ja': 'nplurals=1; plural=0;'}
MAGIC = 0x950412DE


def po_path(language: str, package: Path = PACKAGE) -> Path:
    """Where the catalog of a language is kept."""
    return package / 'locale' / language / 'LC_MESSAGES' / f'{DOMAIN}.po'


def extract(package: Path = PACKAGE) -> Catalog:
    """The texts that the source marks for translation, with the files they are in."""
    template = Catalog(charset='utf-8')
    found = extract_from_dir(
        package,
        method_map=[('**.py', 'python')],
        keywords=KEYWORDS,
        comment_tags=('Translators:',),
        strip_comment_tags=True,
    )
    for filename, _line, text, comments, context in sorted(found, key=lambda entry: (str(entry[2]), entry[0])):
        template.add(text, locations=[(Path(filename).as_posix(), 0)], auto_comments=comments, context=context)
    return template


def load(path: Path, language: str | None = None) -> Catalog:
    """A catalog as it is on disk."""
    with path.open('rb') as file:
        return read_po(file, locale=language)


def entries(catalog: Catalog) -> Iterator[Message]:
    """The messages, without the header."""
    return (message for message in catalog if message.id)


def strings(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """One text, or a text's plural forms."""
    if not value:
        return ('',)
    return (value,) if isinstance(value, str) else tuple(value)


def update(path: Path, template: Catalog, language: str) -> Catalog:
    """Take new texts in and drop those that the source no longer has; what is translated stays."""
    catalog = load(path, language) if path.exists() else Catalog(locale=language, charset='utf-8')
    catalog.update(deepcopy(template), no_fuzzy_matching=True)  # it would share the template's messages
    catalog.obsolete.clear()
    if language == SOURCE_LANGUAGE:
        for message in entries(catalog):
            if not any(strings(message.string)):
                message.string = message.id
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open('wb') as file:
        file.write(_header(language).encode())
        write_po(file, catalog, width=110, omit_header=True, include_lineno=False)
    return load(path, language)


def _header(language: str) -> str:
    fields = {
        'Project-Id-Version': 'sphinx-meetup',
        'Language': language,
        'MIME-Version': '1.0',
        'Content-Type': 'text/plain; charset=UTF-8',
        'Content-Transfer-Encoding': '8bit',
        'Plural-Forms': PLURALS[language],
    }
    lines = ''.join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
    return f'# `make messages` and `make locale` keep this file up to date.\nmsgid ""\nmsgstr ""\n{lines}\n'


def compiled(catalog: Catalog, language: str) -> bytes:
    """The binary form that ``gettext`` reads: only finished translations, sorted, nothing about this run."""
    header = f'Content-Type: text/plain; charset=UTF-8\nLanguage: {language}\nPlural-Forms: {PLURALS[language]}\n'
    table = {b'': header.encode()}
    for message in entries(catalog):
        translated = strings(message.string)
        if all(translated) and not message.fuzzy:
            context = f'{message.context}\x04' if message.context else ''
            original = context + '\0'.join(strings(message.id))
            table[original.encode()] = '\0'.join(translated).encode()
    keys = sorted(table)
    originals, translations = b'', b''
    places = []
    for key in keys:
        places.append((len(key), len(originals), len(table[key]), len(translations)))
        originals += key + b'\0'
        translations += table[key] + b'\0'
    count, head = len(keys), 7 * 4
    start = head + count * 16
    index = [number for size, at, _, _ in places for number in (size, start + at)]
    index += [number for _, _, size, at in places for number in (size, start + len(originals) + at)]
    words = [MAGIC, 0, count, head, head + count * 8, 0, start, *index]
    return struct.pack(f'<{len(words)}I', *words) + originals + translations


def main() -> None:
    """Update and compile the catalog of every language."""
    template = extract()
    for language in LANGUAGES:
        path = po_path(language)
        catalog = update(path, template, language)
        path.with_suffix('.mo').write_bytes(compiled(catalog, language))
        missing = sum(not all(strings(message.string)) for message in entries(catalog))
        print(f'{path.relative_to(ROOT)}: {len(catalog)} texts, {missing} without a translation')


if __name__ == '__main__':
    main()
