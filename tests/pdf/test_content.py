"""Content streams: text objects go on across marks, fonts are named where they change."""

import pytest

from briefing.pdf.content import Line, Part, content, written


def line(x: float, y: float, text: str, font: str = "F1", size: float = 9.0) -> Line:
    return Line(x, y, 10.0, size, 0.0, (Part(font, 0.0, text),))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.001, "0"),
        (12, "12"),
        (0.5, ".5"),
        (-0.25, "-.25"),
        (1.999, "2"),
        (70.1, "70.1"),
    ],
)
def test_numbers_have_no_more_digits_than_needed(value: float, text: str) -> None:
    assert written(value) == text


def test_a_text_object_holds_marks_and_colours_whole() -> None:
    operators = [
        "/TD<</MCID 0>>BDC",
        "1 0 0 rg",
        line(50, 700, "(a)"),
        line(50, 688.5, "(b)5(c)"),
        "EMC",
        "/TD<</MCID 1>>BDC",
        line(120.24, 700, "(d)", "F2"),
        "EMC",
    ]
    assert content(operators).decode() == (
        "BT\n/TD<</MCID 0>>BDC\n1 0 0 rg\n/F1 9 Tf 50 700 Td (a)Tj\n0 -11.5 Td [(b)5(c)]TJ\nEMC\n"
        "/TD<</MCID 1>>BDC\n/F2 9 Tf 70.2 11.5 Td (d)Tj\nEMC\nET"
    )


def test_what_begins_where_the_text_before_ended_is_not_placed_anew() -> None:
    operators = [line(50, 700, "(a)"), line(60.04, 700, "(b)"), line(70.2, 700, "(c)")]
    assert content(operators).decode() == (
        "BT\n/F1 9 Tf 50 700 Td (a)Tj\n(b)Tj\n20.2 0 Td (c)Tj\nET"
    )


def test_a_mark_with_other_paint_is_apart_from_text_objects() -> None:
    operators = [
        "/P<</MCID 0>>BDC",
        line(50, 700, "(a)"),
        "EMC",
        "/Figure<</MCID 1>>BDC",
        line(60, 600, "(b)"),
        "0 0 1 1 re f",
        line(60, 500, "(c)"),
        "EMC",
        "/P<</MCID 2>>BDC",
        line(50, 400, "(d)"),
        "EMC",
    ]
    kept = [text for text in content(operators).decode().split("\n") if " Td" not in text]
    assert " ".join(kept) == (
        "BT /P<</MCID 0>>BDC EMC ET /Figure<</MCID 1>>BDC BT ET 0 0 1 1 re f BT ET EMC"
        " BT /P<</MCID 2>>BDC EMC ET"
    )


def test_a_font_is_what_it_was_before_a_saved_state() -> None:
    operators = [line(0, 0, "(a)"), "q", line(0, 0, "(b)", "F2"), "Q", line(0, 0, "(c)")]
    text = content(operators).decode()
    assert text.count("/F1") == 1
    assert text.count("/F2") == 1


def test_an_escaped_bracket_is_no_end_of_a_string() -> None:
    assert content([line(0, 0, r"(a\)5\()")]).decode().endswith(r"(a\)5\()Tj" + "\nET")


def test_what_is_lifted_or_tracked_is_so_for_its_line_alone() -> None:
    made = Line(0, 0, 12.0, 10.0, 0.5, (Part("F1", 300.0, "(a)"), Part("F1", 0.0, "(b)")))
    assert content([made]).decode() == ("BT\n/F1 10 Tf 0 0 Td .5 Tc 3 Ts (a)Tj 0 Ts (b)Tj 0 Tc\nET")
