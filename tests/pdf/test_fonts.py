import subprocess
import sys

import pytest

from briefing.model.finding import BriefingError
from briefing.model.style import FaceSpec
from briefing.pdf.fonts import Face, load_faces
from tests.pdf import sample


@pytest.fixture(scope="module")
def serif() -> Face:
    return sample.faces()["serif"]


def texts(face: Face, word: str) -> list[str]:
    return [glyph.text for piece in face.word(word).pieces for glyph in piece.glyphs]


def test_a_face_knows_its_measures(serif: Face) -> None:
    assert (serif.ascent, serif.descent) == (1.025, -0.275)
    assert serif.cap_height == pytest.approx(0.698)
    assert serif.x_height == pytest.approx(0.516)


def test_width_is_of_shaped_text(serif: Face) -> None:
    assert serif.width("AV", 10) < serif.width("A", 10) + serif.width("V", 10)
    assert serif.width("ab ab", 20) == pytest.approx(
        20 * (2 * serif.width("ab", 1) + serif.width(" ", 1))
    )


def test_tracking_follows_each_glyph(serif: Face) -> None:
    assert texts(serif, "fi") == ["f", "i"]
    plain = serif.word("fi").width * 10 / 1000
    assert serif.width("fi", 10, tracking=0.5) == pytest.approx(plain + 2 * 0.5)


def test_an_instance_of_a_variable_face_has_its_own_widths() -> None:
    faces = sample.faces()
    assert faces["sans"].width("Trade", 10) < faces["sans.strong"].width("Trade", 10)


def test_one_file_with_one_set_of_axes_is_one_face() -> None:
    specs = {"body": sample.SERIF, "table": sample.SERIF}
    faces = load_faces(specs, ())
    assert faces["body"] is faces["table"]


def test_fallback_faces_set_what_the_first_lacks(serif: Face) -> None:
    runs = [(face.postscript, text) for face, text in serif.runs("a∰b")]
    assert runs == [("IBMPlexSerif", "a"), ("DejaVuSans", "∰"), ("IBMPlexSerif", "b")]
    assert serif.missing("a∰b") == ""


@pytest.mark.parametrize("text", ["中文", "हिन्दी", "\n", "\ue000"])
def test_what_no_face_has_is_missing(serif: Face, text: str) -> None:
    assert serif.missing(f"a{text}{text}b") == "".join(dict.fromkeys(text))


def test_scripts_written_from_the_right_are_missing_though_a_face_has_them(serif: Face) -> None:
    assert serif.missing("مرحبا") == "مرحبا"
    assert serif.missing("שלום") == "שלום"


def test_spaces_and_hyphens_that_a_face_lacks_are_made_from_its_own(serif: Face) -> None:
    assert serif.runs("1\u202f000\u00a0a\u2011b") == [(serif, "1\u202f000\u00a0a\u2011b")]
    assert texts(serif, "1\u202f0\u2011") == ["1", "\u202f", "0", "\u2011"]


def test_a_soft_hyphen_is_seen_only_where_the_word_breaks(serif: Face) -> None:
    assert serif.width("co\u00adop", 10) == pytest.approx(serif.width("coop", 10))
    assert serif.width("co\u00ad", 10) == pytest.approx(serif.width("co-", 10))
    assert texts(serif, "co\u00ad") == ["c", "o", "\u00ad"]


def test_an_accent_stays_with_its_letter(serif: Face) -> None:
    assert texts(serif, "e\u0301") == ["e\u0301"]
    assert "".join(texts(serif, "x\u0301\u0323y")) == "x\u0301\u0323y"


def test_a_face_that_isnt_there_stops_the_run() -> None:
    spec = FaceSpec("fontpkg-ibm-plex-serif", "Nothing.ttf", {}, "Nothing")
    with pytest.raises(BriefingError, match="Nothing"):
        load_faces({"body": spec}, ())
    with pytest.raises(BriefingError) as raised:
        load_faces({"body": FaceSpec("no_such_package", "a.ttf", {}, "A")}, ())
    assert "no_such_package" in raised.value.hint


def test_the_fallback_face_is_found_without_importing_matplotlib() -> None:
    code = (
        "import sys; from tests.pdf import sample\n"
        "assert 'matplotlib' not in sys.modules\n"
        "sample.faces()['serif'].width('a', 1)\n"
        "assert 'matplotlib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_what_is_never_painted_goes_with_its_neighbour(serif: Face) -> None:
    assert texts(serif, "\u200bfo\u2060o") == ["\u200bf", "o\u2060", "o"]
    assert texts(serif, "\u200b") == []


def test_a_very_long_word_costs_no_more_than_its_length(serif: Face) -> None:
    assert serif.width("ab" * 20_000, 10) == pytest.approx(20_000 * serif.width("ab", 10), rel=0.1)
