import pytest
from briefing.tables.keys import alpha3


@pytest.mark.parametrize(
    ("key", "codes", "code"),
    [
        ("RUS", "alpha3", "RUS"),
        ("rus", "alpha3", None),
        ("SUN", "alpha3", None),
        ("RU", "alpha2", "RUS"),
        ("NA", "alpha2", "NAM"),
        ("CD", "alpha2", "COD"),
        ("EU", "alpha2", None),
        ("643", "m49", "RUS"),
        ("4", "m49", "AFG"),
        ("004", "m49", "AFG"),
        ("842", "m49", None),
        ("251", "comtrade", "FRA"),
        ("842", "comtrade", "USA"),
        ("757", "comtrade", "CHE"),
        ("579", "comtrade", "NOR"),
        ("699", "comtrade", "IND"),
        ("496", "comtrade", "MNG"),
        ("0", "comtrade", "WLD"),
        ("", "m49", None),
        ("²", "m49", None),
    ],
)
def test_keys_to_alpha3(key, codes, code):
    assert alpha3(key, codes) == code
