from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.text import Phrase, Place
from briefing.project.yaml.tree import read_tree

FILE = "briefing.yaml"


def codes(text):
    tree, findings = read_tree(FILE, text)
    return tree is None, [f"{f.place.line}:{f.place.column} {f.code}" for f in findings]


def test_every_scalar_is_text_at_its_place():
    tree, findings = read_tree(
        FILE, "a: 2019-09-03\nb: [true, 'NA', 1.0]\nc: >\n\n  lines\n  of it\n"
    )
    assert findings == ()
    assert tree["a"] == Phrase("2019-09-03", Place(FILE, 1, 4))
    assert tree["b"] == [
        Phrase("true", Place(FILE, 2, 5)),
        Phrase("NA", Place(FILE, 2, 12)),
        Phrase("1.0", Place(FILE, 2, 17)),
    ]
    assert tree["c"] == Phrase("\nlines of it\n", Place(FILE, 5, 3))
    assert tree.keys_at["c"] == Place(FILE, 3, 1)


def test_columns_count_characters():
    tree, _ = read_tree(FILE, "нэр: {a: 🦅, b: x}")
    assert tree["нэр"]["b"].place == Place(FILE, 1, 16)


def test_printers_quotes_around_a_text_are_doubtful():
    _, (finding,) = read_tree(FILE, "title: “Mongolia”")
    assert (finding.code, finding.severity, finding.place.column) == ("B010", "warning", 8)
    assert finding.message.startswith("“ and ” are printed with the text")
    assert codes("a: {en: «Монгол», de: „Mongolei“}") == (False, ["1:9 B010", "1:23 B010"])
    for meant in ('"“Mongolia”"', "“A” and “B”", "The “Steppe Road”", "’tis", ">\n  “Mongolia”"):
        assert codes(f"a: {meant}") == (False, [])


def test_a_no_break_space_in_the_indentation_is_named():
    for broken in ("a:\n  b: 1\n\u00a0 c: 2\n", "a:\n  b: 1\n \u00a0c: [2\n", "\u00a0a: 1\n"):
        _, (*_, finding) = read_tree(FILE, broken)
        assert "a no-break space (U+00A0) stands where YAML indents" in finding.message
        line = broken.split("\n")[finding.place.line - 1]
        assert line[finding.place.column - 1] == "\u00a0"
    assert "U+2003" in read_tree(FILE, "a:\n  b: 1\n\u2003 c: 2\n")[1][-1].message
    assert codes("a: >\n  \u00a0indented\n") == (False, [])


def test_alias_bomb_is_refused_at_its_first_anchor():
    bomb = "a: &a [x, x]\n" + "".join(
        f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert codes(bomb) == (True, ["1:4 B004"])


def test_tags_and_second_documents_are_refused():
    assert codes("a: !!python/object/apply:os.system [ls]") == (True, ["1:4 B004"])
    assert codes("a: 1\n---\nb: 2\n") == (True, ["2:1 B002"])
    assert codes("? [a]\n: b\n") == (True, ["1:3 B002"])


def test_depth_is_capped_however_deep():
    assert codes("a: " + "[" * 49 + "]" * 49) == (False, [])
    assert codes("a: " + "[" * 50 + "]" * 50) == (True, ["1:53 B005"])
    assert codes("- " * 200_000) == (True, ["1:101 B005"])
    # The parser reads ahead on a line: libyaml from 0.2.6 gives up before the first event.
    assert codes("[" * 200_000) in [(True, [f"1:{column} B005"]) for column in (51, 1001)]


def test_syntax_errors_have_place_and_meaning():
    _, (finding,) = read_tree(FILE, "title: Mongolia: a briefing\n")
    assert str(finding.place) == "briefing.yaml:1:16"
    assert finding.message == "this is no YAML: a “:” stands where no key can be"
    _, (finding,) = read_tree(FILE, 'title: "Mongolia\nperiod: 2025\n')
    assert str(finding.place) == "briefing.yaml:1:8"
    assert finding.message == "this is no YAML: the quote that opens here is not closed"
    _, (finding,) = read_tree(FILE, "nso: {title: Trade: by country, url: a}\n")
    assert finding.message == "this is no YAML: a map { … } is not closed, or lacks a comma"
    assert "goes in quotes" in finding.hint
    _, (finding,) = read_tree(FILE, "title:\n\ta: b\n")
    assert finding.hint.startswith("indent with spaces")


def test_duplicates_and_unseen_characters_are_found_together():
    assert codes('a: 1\na: 2\nb: {c: 1, c: "\\x07"}\n') == (
        False,
        ["2:1 B003", "3:11 B003", "3:14 B006"],
    )
    assert codes("a: b\u202e\nb: \u0000") == (True, ["1:5 B006", "2:4 B006"])


def test_empty_file_has_nothing():
    tree, findings = read_tree(FILE, "# only a comment\n")
    assert findings == ()
    assert tree.place == Place(FILE)


YAMLISH = st.text(alphabet="ab:-,[]{}&*!|>'\"# \n\t%@\\~?é\u202e1", max_size=80)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=80), YAMLISH))
def test_any_text_gives_a_tree_or_a_finding(text):
    tree, findings = read_tree(FILE, text)
    assert tree is not None or findings
    lines = text.count("\n") + text.count("\r") + 1
    assert all(1 <= f.place.line <= lines and f.place.column >= 1 for f in findings)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    key=st.sampled_from(
        ["title", "period", "languages", "sections", "sources", "tables", "series", "exhibits", "x"]
    ),
    value=YAMLISH,
)
def test_any_manifest_gives_a_spec_or_findings(project, key, value):
    project.write("briefing.yaml", f"briefing: 1\nperiod: 2025\n{key}: {value}\n")
    spec, findings = project.read()
    assert spec is not None or findings
    assert all(f.hint and f.message for f in findings)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=60))
def test_any_bytes_give_findings(project, data):
    project.write("briefing.yaml", data)
    spec, findings = project.read()
    assert spec is None
    assert findings
