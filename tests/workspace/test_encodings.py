import pytest

from briefing.workspace.encodings import likely


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Внешняя торговля по странам", "cp1251"),
        ("Внешняя торговля по странам", "koi8-r"),
        ("# A long comment in English, as a manifest has it\n# Монголия", "cp1251"),
        ("Exportations de l’année, à côté", "cp1252"),
        ("année", "utf-16"),
        ("trade by country", "utf-16-le"),
        ("trade by country", "utf-16-be"),
    ],
)
def test_likely_encoding(text, encoding):
    assert likely(text.encode(encoding)) == encoding
