"""Imports point down only: read out of the source, so that a module need not be imported to be judged."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / '_ext' / 'sphinx_meetup'
PARSING = {'yaml', 'markdown_it', 'mdit_py_plugins'}

LAYERS = (
    {'model', 'pictures', 'search'},
    {'reading'},
    {'catalogue'},
    {'settings', 'messages', 'nodes', 'reports', 'garbage'},
    {'views'},
    {'domain', 'collect', 'notes', 'dependencies', 'searchable', 'unitfiles'},
    {'html', 'transforms', 'directives', 'roles', 'parser', 'encoding'},
    {'__init__'},
)
"""From the bottom up. What is not named stands between the domain and ``__init__``, like the features it joins."""
FEATURES = len(LAYERS) - 2


def modules() -> dict[str, Path]:
    """Every module by its dotted name below the package; a package by its own name."""
    found = {}
    for path in sorted(PACKAGE.rglob('*.py')):
        parts = path.relative_to(PACKAGE).with_suffix('').parts
        name = '.'.join(parts[:-1] if parts[-1] == '__init__' else parts)
        found[name or '__init__'] = path
    return found


MODULES = modules()


def imports(name: str, *, typing: bool = True) -> tuple[set[str], set[str]]:
    """The modules of ours that a module imports, as dotted names below the package, and all others.

    :param typing: whether imports that only type checkers see count.
    """
    path = MODULES[name]
    tree = ast.parse(path.read_text('utf-8'))
    here = path.relative_to(PACKAGE).parent.parts
    ours: set[str] = set()
    others: set[str] = set()
    hidden = (
        set() if typing else {id(node) for node in ast.walk(tree) if _checks_types(node) for node in ast.walk(node)}
    )
    for node in ast.walk(tree):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.Import):
            others |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            others.add(node.module or '')
        elif isinstance(node, ast.ImportFrom):
            base = [*here[: len(here) - node.level + 1], *(node.module or '').split('.')]
            prefix = '.'.join(part for part in base if part)
            for alias in node.names:
                inner = f'{prefix}.{alias.name}'.strip('.')
                ours.add(inner if inner in MODULES else prefix or '__init__')
    return ours, others


def _checks_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == 'TYPE_CHECKING'


def own(name: str, *, typing: bool = True) -> set[str]:
    return imports(name, typing=typing)[0]


def foreign(name: str) -> set[str]:
    return {found.partition('.')[0] for found in imports(name)[1]} - set(sys.stdlib_module_names)


def top(name: str) -> str:
    return name.partition('.')[0]


def rank(name: str) -> int:
    return next((place for place, layer in enumerate(LAYERS) if top(name) in layer), FEATURES)


def below(*names: str) -> list[str]:
    return [name for name in MODULES if top(name) in names]


@pytest.mark.parametrize('name', below('model'))
def test_the_model_needs_python_alone(name: str) -> None:
    assert foreign(name) == set()
    assert {top(found) for found in own(name)} <= {'model'}


@pytest.mark.parametrize('name', below('reading'))
def test_reading_needs_parsers_alone(name: str) -> None:
    assert foreign(name) <= PARSING
    assert {top(found) for found in own(name)} <= {'model', 'reading'}


@pytest.mark.parametrize('name', below('catalogue'))
def test_the_catalogue_needs_reading_alone(name: str) -> None:
    assert foreign(name) <= PARSING
    assert {top(found) for found in own(name)} <= {'model', 'reading', 'catalogue'}


@pytest.mark.parametrize('name', below('commands', '__main__'))
def test_commands_need_reading_and_the_catalogue_alone(name: str) -> None:
    assert foreign(name) == set()
    assert {top(found) for found in own(name)} - {'__init__'} <= {'model', 'reading', 'catalogue', 'commands'}


def test_what_is_written_needs_no_sphinx() -> None:
    for name in below('export', 'search'):
        assert not foreign(name) & {'sphinx', 'docutils', 'myst_parser'}


@pytest.mark.parametrize('name', MODULES)
def test_imports_point_down(name: str) -> None:
    if name == '__main__':
        return
    upward = {found for found in own(name) if rank(found) > rank(name)}
    assert upward == set()


@pytest.mark.parametrize('name', [name for name in MODULES if name != '__init__'])
def test_nobody_needs_the_assembly(name: str) -> None:
    path = MODULES[name]
    for node in ast.walk(ast.parse(path.read_text('utf-8'))):
        if isinstance(node, ast.ImportFrom) and '__init__' in own(name):
            assert 'setup' not in {alias.name for alias in node.names}


@pytest.mark.parametrize('name', below('directives', 'nodes', 'views'))
def test_directives_do_not_know_the_domain(name: str) -> None:
    assert not {top(found) for found in own(name)} & {'domain', 'collect'}


def test_no_module_imports_itself_by_way_of_others() -> None:
    below_it = {name: own(name, typing=False) - {name} for name in MODULES}
    done: set[str] = set()
    for start in below_it:
        stack: list[tuple[str, list[str]]] = [(start, [start])]
        seen: set[str] = set()
        while stack:
            name, way = stack.pop()
            for found in below_it[name] - done:
                assert found != start, f'{" -> ".join(way)} -> {found}'
                if found not in seen:
                    seen.add(found)
                    stack.append((found, [*way, found]))
        done.add(start)


def test_no_file_is_too_long() -> None:
    long = {name: count for name, path in MODULES.items() if (count := path.read_text('utf-8').count('\n')) > 430}
    assert long == {}
