from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import check_links
import pytest
import yaml

ROOT = Path(__file__).parents[2]
CONFIG = yaml.safe_load((ROOT / '.readthedocs.yaml').read_text(encoding='utf-8'))
ADDRESS = 'https://reports.example/ja/latest/'


def test_config_names_files_that_exist() -> None:
    assert (ROOT / CONFIG['sphinx']['configuration']).is_file()
    assert all((ROOT / item['requirements']).is_file() for item in CONFIG['python']['install'])
    assert isinstance(CONFIG['build']['tools']['python'], str)


@pytest.fixture(scope='module')
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the commands in the file build from a copy of the project, run as Read the Docs runs them."""
    folder = tmp_path_factory.mktemp('readthedocs')
    shutil.copy(ROOT / 'conf.py', folder)
    for name in ('docs', '_ext'):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns('__pycache__', '*.mo~'))
    env = {name: value for name, value in os.environ.items() if name not in {'SITE_LANGUAGE', 'SITE_URL'}}
    env |= {'READTHEDOCS': 'True', 'READTHEDOCS_OUTPUT': str(folder / 'output'), 'READTHEDOCS_CANONICAL_URL': ADDRESS}
    for command in CONFIG['build']['jobs']['build']['html']:
        here = re.sub(r'^python\b', lambda _: f'"{sys.executable}"', command)
        result = subprocess.run(
            here, shell=True, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=600
        )
        assert result.returncode == 0, result.stdout + result.stderr
    return folder / 'output' / 'html'


def test_index_is_at_the_root_and_japanese(published: Path) -> None:
    index = (published / 'index.html').read_text(encoding='utf-8')
    assert re.search(r'<html[^>]* lang="ja"', index)


def test_the_address_of_the_host_is_the_canonical_one(published: Path) -> None:
    index = (published / 'index.html').read_text(encoding='utf-8')
    assert f'<link rel="canonical" href="{ADDRESS}' in index


def test_pages_that_search_leaves_out_are_named_as_they_are_built(published: Path) -> None:
    for name in ('search.html', '404.html'):
        assert (published / name).is_file()
        assert name in CONFIG['search']['ignore']


def test_every_address_is_below_the_one_of_the_host(published: Path) -> None:
    assert list(check_links.check(published, ADDRESS)) == []
    listed = re.findall('<loc>(.*?)</loc>', (published / 'sitemap.xml').read_text(encoding='utf-8'))
    assert f'{ADDRESS}index.html' in listed
    left_out = {f'{ADDRESS}{name}{end}' for name in ('404', 'search', 'genindex') for end in ('', '/', '.html')}
    assert left_out.isdisjoint(listed)
    assert 'href="/ja/latest/index.html"' in (published / '404.html').read_text(encoding='utf-8')
