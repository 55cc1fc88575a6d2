"""Measure reading and building, and print one line a figure.

    python benchmarks/measure.py [--counts 50,200] [--json FILE]

CPU seconds of whole processes, and ratios between runs of one call: the machine may be shared and slow,
a ratio holds all the same.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from archive import report, write_archive

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / '_ext'))


def reading() -> dict[str, float]:
    """CPU milliseconds to read and assemble one report of 6 kB and one of 100 kB, the best of several."""
    from sphinx_meetup.reading.assemble import assemble
    from sphinx_meetup.reading.report import read_report

    def cost(text: str) -> float:
        best = float('inf')
        for _ in range(5):
            begin = time.process_time()
            found = read_report(text)
            assemble(found.event, found.slots, found.talks, 'Asia/Tokyo')
            best = min(best, time.process_time() - begin)
        return best * 1000

    small = report(1)
    head, _, talks = small.partition('\n## タイムテーブル')
    large = head + '\n## タイムテーブル' + talks
    number = 2
    while len(large.encode()) < 100_000:
        sections = report(number).split('\n## ')[3:]
        large += ''.join(f'\n## {section}' for section in sections)
        number += 1
    return {
        'read one report, ms': cost(small),
        'its size, kB': len(small.encode()) / 1000,
        'read 100 kB, ms': cost(large),
    }


def build(folder: Path) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of one build, as a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, '-m', 'sphinx', '-q', '-b', 'html', '-c', str(folder), str(folder / 'docs')]
    environment = {**os.environ, 'PYTHONPATH': str(ROOT / '_ext')}
    subprocess.run([*command, str(folder / 'html')], check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, after.ru_maxrss / 1024


def building(counts: list[int]) -> dict[str, float]:
    """Full builds, builds without a change and after one edit, for each number of reports."""
    found: dict[str, float] = {}
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_archive(folder, count)
            full, memory = build(folder)
            idle, _ = build(folder)
            page = min((folder / 'docs' / 'reports').glob('*/*.md'))
            page.write_text(page.read_text('utf-8') + '\n* 追記\n', encoding='utf-8')
            edited, _ = build(folder)
            made = min((folder / 'html' / 'reports').glob('*/*.html'))
            found[f'{count} reports: full build, CPU s'] = full
            found[f'{count} reports: CPU ms a report'] = full / count * 1000
            found[f'{count} reports: peak memory, MB'] = memory
            found[f'{count} reports: no change, CPU s'] = idle
            found[f'{count} reports: one edit, CPU s'] = edited
            found[f'{count} reports: one page, kB'] = made.stat().st_size / 1000
    few, many = counts[0], counts[-1]
    if many > few:
        ratio = found[f'{many} reports: full build, CPU s'] / found[f'{few} reports: full build, CPU s']
        found[f'full build, {many} against {few} reports'] = ratio
        found[f'the same if cost were linear, {many} against {few}'] = many / few
    return found


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--counts', default='50,200', help='numbers of reports to build, parted by commas')
    parser.add_argument('--json', type=Path, help='write the figures there as well')
    args = parser.parse_args()
    figures = {**reading(), **building([int(count) for count in args.counts.split(',')])}
    for name, value in figures.items():
        print(f'{name:44}{value:10.2f}')
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
