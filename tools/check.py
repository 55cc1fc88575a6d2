"""All checks, one after the other, one line each; what a failed one had to say follows it. Tests are apart.

What a site's authors should look at is listed as well, though nothing is wrong with it: readings that are doubtful.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
OUT = Path('_build', 'check')
LANGUAGES = ('ja', 'en')
ADDRESS = 'https://meetups.example/archive/'
"""Where the sites that are checked would be published: below a folder, as that is the harder case."""
DOUBTS = 'doubtful readings'
LISTED = {DOUBTS}
"""Checks whose words are shown also when they pass."""


def _build(language: str) -> list[str]:
    out = OUT / language
    here = ['env', f'SITE_LANGUAGE={language}', f'SITE_URL={ADDRESS}']
    sphinx = [*here, sys.executable, '-m', 'sphinx', '-q', '-W', '--keep-going', '-n']
    return [*sphinx, '-b', 'html', '-c', '.', '-d', f'{out}-doctrees', 'docs', str(out)]


def _tool(name: str, *arguments: str) -> list[str]:
    return [sys.executable, f'tools/{name}.py', *arguments]


def _schema(name: str, *files: str) -> list[str]:
    return [sys.executable, '-m', 'check_jsonschema', '--builtin-schema', f'vendor.{name}', *files]


def checks() -> dict[str, list[str]]:
    """The commands, under the names they are reported by."""
    workflows = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob('.github/workflows/*.yml'))
    return {
        **{f'the site builds without a warning ({language})': _build(language) for language in LANGUAGES},
        'links and ids inside the site': _tool(
            'check_links', '--address', ADDRESS, *(str(OUT / language) for language in LANGUAGES)
        ),
        DOUBTS: [sys.executable, '-m', 'sphinx_meetup', 'check', 'docs'],
        'code style': [sys.executable, '-m', 'ruff', 'check', '--quiet', '--output-format', 'concise', '.'],
        'code format': [sys.executable, '-m', 'ruff', 'format', '--check', '.'],
        'types': [sys.executable, '-m', 'mypy'],
        'translations': _tool('check_translations'),
        'lock files': _tool('check_locks'),
        'settings of Read the Docs': _schema('readthedocs', '.readthedocs.yaml'),
        'workflows': _schema('github-workflows', *workflows),
    }


def run(name: str, command: list[str]) -> bool:
    """Run one check and report it."""
    start = time.monotonic()
    path = os.environ.get('PYTHONPATH', '')
    result = subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        env={**os.environ, 'PYTHONUTF8': '1', 'PYTHONPATH': os.pathsep.join(filter(None, [str(ROOT / '_ext'), path]))},
    )
    passed = result.returncode == 0
    print(f'{"ok    " if passed else "FAILED"} {name} ({time.monotonic() - start:.1f} s)', flush=True)
    if not passed:
        print(f'       $ {" ".join(command).replace(sys.executable, "python")}')
    if not passed or name in LISTED:
        for line in result.stdout.decode(errors='replace').splitlines():
            print(f'       {line}', flush=True)
    return passed


def main() -> int:
    """Run everything, also after a failure; 1 if something failed."""
    shutil.rmtree(ROOT / OUT, ignore_errors=True)
    results = {name: run(name, command) for name, command in checks().items()}
    failed = [name for name, passed in results.items() if not passed]
    print(f'{len(failed)} of {len(results)} checks failed: {", ".join(failed)}' if failed else 'All checks passed.')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
