"""The rules hold the words of no language: what claims something, or tells a figure from a date,
stands with its language, and a rule asks for it. Messages to the author are the product's own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import briefing
from briefing.exhibits.build import KINDS
from briefing.figures.signatures import SIGNATURES
from briefing.language import GRAMMARS
from briefing.language.claims import Claims
from briefing.language.write import FILTERS
from tests.language.test_fixed_words import lines

CHECKS = Path(briefing.__file__).parent / "checks"
FILES = sorted(CHECKS.rglob("*.py"))
# Parts of addresses stand alike in every language.
SIGNS = {"https", "http", "www"}
_WORD = re.compile(r"(?<![\\\w])[A-Za-zА-Яа-яЁёӨөҮүÀ-ÿ]{2,}")
# What a manifest and a reference call things is the product's own, in every language.
FIELDS = {word for field in Claims.__struct_fields__ for word in field.split("_")}
NAMES = {
    *FIELDS,
    *FILTERS,
    *SIGNATURES,
    *KINDS,
    *("period", "previous", "verb", "largest", "noun", "then"),
}
# By these a text is known as a pattern; what a group is called is no word that it looks for.
_PATTERN = re.compile(r"\\[sSdDwWb]|\(\?[:!=<]|\)\?|\[\^")
# A hint beside a pattern is several words with plain spaces.
_SENTENCE = re.compile(r"[a-z]{2,}[,:]? [a-z]{2,}")
_GROUP = re.compile(r"\(\?P<\w+>")


def words() -> set[str]:
    """The words by which a language claims or counts, of all languages."""
    found: set[str] = set()
    for grammar in GRAMMARS.values():
        for table in (grammar.claims, grammar.vocabulary):
            for line in lines(table, "t"):
                found |= {w.casefold() for w in _WORD.findall(line.partition(": ")[2])}
    assert {"rose", "вырос", "deficit", "déficit", "өссөн"} <= found
    return found


def patterns(tree: ast.AST) -> Iterator[str]:
    """The texts of a file that are parts of patterns: each constant that reads as one, and with it
    all others of the same text or call of `re`."""
    for node in ast.walk(tree):
        asked = (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
        )
        if not asked and not isinstance(node, ast.JoinedStr | ast.Constant):
            continue
        constants = [
            inner.value
            for inner in ast.walk(node)
            if isinstance(inner, ast.Constant) and isinstance(inner.value, str)
        ]
        if asked or any(map(_PATTERN.search, constants)):
            yield from (_GROUP.sub("", text) for text in constants if not _SENTENCE.search(text))


def listed(tree: ast.AST) -> Iterator[str]:
    """The words of sets, lists and tables that are made once for a file."""
    for node in getattr(tree, "body", ()):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            for inner in ast.walk(node.value):
                if isinstance(inner, ast.Set | ast.List | ast.Tuple):
                    texts = [e.value for e in inner.elts if isinstance(e, ast.Constant)]
                    yield from (t for t in texts if isinstance(t, str) and t.islower())


def read(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = (*patterns(tree), *listed(tree))
    return {w.casefold() for text in found for w in _WORD.findall(text)}


@pytest.mark.parametrize("file", FILES, ids=[str(f.relative_to(CHECKS)) for f in FILES])
def test_no_pattern_and_no_list_of_a_rule_has_a_word(file: Path) -> None:
    assert read(file) & words() - SIGNS - NAMES == set()


def test_the_search_finds_what_is_planted(tmp_path: Path) -> None:
    file = tmp_path / "rule.py"
    file.write_text(
        'import re\nX = re.compile(r"(?:rose|fell)" + "by")\n'
        'def f(s):\n    return rf"{s}(?:deficit)?"\nY = frozenset({"total", "world"})\n',
        encoding="utf-8",
    )
    assert {"rose", "fell", "by", "deficit", "total", "world"} <= read(file)
    assert {"rose", "fell", "by", "deficit"} <= words()
