from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import check
import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / '.github' / 'workflows').glob('*.yml'))
SCRIPT = ROOT / '.ci' / 'run'


def load(path: Path) -> dict[Any, Any]:
    return yaml.safe_load(path.read_text(encoding='utf-8'))


@pytest.mark.parametrize('path', WORKFLOWS, ids=lambda path: path.stem)
def test_workflow_gives_strangers_no_power(path: Path) -> None:
    workflow = load(path)
    events = workflow[True]  # YAML 1.1 reads the key `on` so
    assert 'pull_request_target' not in events
    assert workflow['permissions'] == {'contents': 'read'}
    for job in workflow['jobs'].values():
        writes = {name for name, level in job.get('permissions', {}).items() if level == 'write'}
        assert not writes or 'pull_request' not in events
        for step in job['steps']:
            assert re.fullmatch(r'actions/[\w-]+@[0-9a-f]{40}', step.get('uses', f'actions/x@{"0" * 40}'))
            assert '${{' not in step.get('run', '')


def test_ci_runs_what_the_readme_names() -> None:
    text = SCRIPT.read_text(encoding='utf-8')
    assert os.access(SCRIPT, os.X_OK)
    assert subprocess.run(['bash', '-n', SCRIPT], check=False).returncode == 0
    assert 'set -euo pipefail' in text
    for command in ('make test', 'make check'):
        assert re.search(rf'^{command}\b', text, re.MULTILINE)
        assert command in (ROOT / 'README.md').read_text(encoding='utf-8')


def test_all_checks_run_and_one_failure_is_enough(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(check, 'ROOT', tmp_path)
    monkeypatch.setattr(check, 'checks', lambda: {'first': ['false'], 'second': ['echo', 'quiet'], 'third': ['true']})
    assert check.main() == 1
    said = capsys.readouterr().out
    assert re.findall(r'^(ok|FAILED) +(\w+)', said, re.MULTILINE) == [
        ('FAILED', 'first'), ('ok', 'second'), ('ok', 'third'),
    ]  # fmt: skip
    assert 'quiet' not in said
    assert '1 of 3 checks failed: first' in said


def test_success(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(check, 'ROOT', tmp_path)
    monkeypatch.setattr(check, 'checks', lambda: {'only': ['true']})
    assert check.main() == 0
