"""What the extension imports is what it asks for: in the package, and in the lock files of the site."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import check_locks

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / '_ext' / 'sphinx_meetup'
CONFIG = tomllib.loads((ROOT / 'pyproject.toml').read_text(encoding='utf-8'))
DECLARED, _ = check_locks.read_wanted('\n'.join(CONFIG['project']['dependencies']))
SITE, _ = check_locks.read_wanted((ROOT / 'requirements.in').read_text(encoding='utf-8'))
BROUGHT = {'docutils', 'markdown-it-py', 'mdit-py-plugins', 'jinja2', 'pygments', 'pyyaml'}
"""Parts of what Sphinx and MyST-Parser are made of; they choose the versions."""
NOT_IMPORTED = {'sphinx-design', 'tzdata'}
"""Set up by name, and what ``zoneinfo`` looks for where the system has no time zones."""


def imported() -> set[str]:
    modules: set[str] = set()
    for path in PACKAGE.rglob('*.py'):
        for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition('.')[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                modules.add((node.module or '').partition('.')[0])
    return modules - sys.stdlib_module_names - {PACKAGE.name}


def test_every_import_is_declared_and_every_declaration_is_used() -> None:
    owners = packages_distributions()
    used = {name.lower().replace('_', '-') for module in imported() for name in owners[module]}
    assert used - BROUGHT - DECLARED == set()
    assert DECLARED - used - NOT_IMPORTED == set()


def test_the_site_installs_what_the_extension_asks_for() -> None:
    assert SITE >= DECLARED
