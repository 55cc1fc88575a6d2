"""The file of topics: what it may say, and what is said about what it may not."""

from __future__ import annotations

import time

import pytest
from sphinx_meetup.catalogue.topicwords import TopicRule, TopicWords, read_topic_words
from sphinx_meetup.model.problems import Code

FILE = """\
# Comments are no entries.
Kubernetes:
  id: kube
  also: [k8s, クバネティス]
  parents: [Cloud Native]
Go: {also: golang, words: [Golang, Go言語]}
Pots: [kettles, 鍋]
Cups:
Meetup: false
Lids:
  parent: POTS
  words: []
"""


def test_the_shape_of_the_file() -> None:
    words, problems = read_topic_words(FILE)
    assert problems == ()
    assert words == TopicWords(
        (
            TopicRule(name='Kubernetes', id='kube', also=('k8s', 'クバネティス'), parents=('Cloud Native',)),
            TopicRule(name='Go', also=('golang',), words=('Golang', 'Go言語')),
            TopicRule(name='Pots', also=('kettles', '鍋')),
            TopicRule(name='Cups'),
            TopicRule(name='Lids', words=(), parents=('Pots',)),
            TopicRule(name='Cloud Native'),
        ),
        ('Meetup',),
    )


@pytest.mark.parametrize('text', ['', '# nothing\n', '~\n', '---\n'])
def test_a_file_without_entries(text: str) -> None:
    assert read_topic_words(text) == (TopicWords(), ())


@pytest.mark.parametrize(
    ('text', 'line', 'said'),
    [
        ('Pots: {}\nCups: {colour: red}\n', 2, 'unknown key "colour" at "Cups"'),
        ('Pots: {}\nPOTS: {}\n', 2, '"POTS" twice'),
        ('Pots: {}\nCups:\n  also:\n    - mugs\n    - pots\n', 5, '"pots" under "Cups" and "Pots"'),
        ('Pots: {also: [mugs]}\nCups: {also: [mugs]}\n', 2, '"mugs" under "Cups" and "Pots"'),
        ('Pots: {words: [Mug]}\nCups: {words: [Mug]}\n', 2, '"Mug" under "Cups" and "Pots"'),
        ('Pots: false\nCups: [pots]\n', 2, 'what is no topic'),
        ('Pots: false\nCups: {parent: pots}\n', 2, '"pots" as a parent of "Cups", which is no topic'),
        ('Pots: {parent: Cups}\nCups: {parent: Pots}\n', 2, '"Pots" above "Cups"'),
        ('Pots: {parent: pots}\nCups:\n', 1, '"Pots" above "Pots"'),
        ('Pots: {id: Über Pots}\nCups:\n', 1, 'the id "Über Pots", which cannot be an address'),
        ('Pots: {id: cups}\nCups: {id: cups}\n', 2, 'the id "cups", which is taken'),
        ('Pots: {id: index}\nCups:\n', 1, 'the id "index"'),
        ('Pots: {also: [{a: b}, mugs]}\nCups:\n', 1, 'behind "also"'),
        ('"": {}\nPots:\nCups:\n', 1, 'an entry without a name'),
        ('? [a]\n: {}\nPots:\nCups:\n', 1, 'an entry without a name'),
    ],
)
def test_what_cannot_be_used_is_said_once(text: str, line: int, said: str) -> None:
    words, problems = read_topic_words(text)
    (problem,) = problems
    assert (problem.code, problem.line) == (Code.TOPICS, line)
    assert said in problem.message
    assert {'Pots', 'Cups'} & {*(rule.name for rule in words.topics), *words.none}


@pytest.mark.parametrize(
    ('text', 'line'),
    [
        ('- Pots\n- Cups\n', 1),
        ('Pots\n', 1),
        ('Pots: {}\nCups: [\n', 3),
        ('Pots: *nobody\n', 1),
        ('[' * 5000, 1),
        ('Pots: ' + '[' * 9 + ']' * 9, 1),
        ('x' * 600_000, 0),
    ],
)
def test_a_file_that_is_no_list_of_topics(text: str, line: int) -> None:
    words, problems = read_topic_words(text)
    assert words == TopicWords()
    assert [(problem.code, problem.line) for problem in problems] == [(Code.TOPICS, line)]


def test_the_rest_counts_beside_a_fault() -> None:
    words, problems = read_topic_words('Pots: {also: [kettles], colour: red, parent: Kitchen}\n')
    assert len(problems) == 1
    assert words.topics == (TopicRule(name='Pots', also=('kettles',), parents=('Kitchen',)), TopicRule(name='Kitchen'))


def test_of_a_circle_the_last_step_is_left_out() -> None:
    words, _ = read_topic_words('A1: {parent: B1}\nB1: {parent: C1}\nC1: {parents: [A1, D1]}\n')
    assert [(rule.name, rule.parents) for rule in words.topics] == [
        ('A1', ('B1',)), ('B1', ('C1',)), ('C1', ('D1',)), ('D1', ()),
    ]  # fmt: skip


def test_aliases_make_no_bomb() -> None:
    many = ', '.join(f'word{count}' for count in range(3000))
    text = f'Pots: &all [{many}]\n' + ''.join(f'Cup{"x" * count}: *all\n' for count in range(200))
    began = time.process_time()
    _, problems = read_topic_words(text)
    assert time.process_time() - began < 10
    assert 'what follows is left out' in ''.join(problem.message for problem in problems)
