import pytest

from briefing.language.country_codes import alpha3, comtrade_number

# As the World Bank's older files have them.
OLDER = {"ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "KSV": "XKX", "WBG": "PSE", "ADO": "AND"}


@pytest.mark.parametrize(
    ("key", "codes", "code"),
    [
        ("RUS", "alpha3", "RUS"),
        ("rus", "alpha3", None),
        ("SUN", "alpha3", None),
        *((old, "alpha3", new) for old, new in OLDER.items()),
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


def test_comtrades_numbers_lead_there_and_back():
    numbers = {code: comtrade_number(code) for code in ("MNG", "RUS", "DEU", "ETH", "YEM", "SDN")}
    assert numbers == {
        "MNG": "496",
        "RUS": "643",
        "DEU": "276",
        "ETH": "231",
        "YEM": "887",
        "SDN": "729",
    }
    own = {
        code: comtrade_number(code) for code in ("FRA", "USA", "CHE", "NOR", "IND", "WLD", "AFG")
    }
    assert list(own.values()) == ["251", "842", "757", "579", "699", "0", "4"]
    assert all(alpha3(number, "comtrade") == code for code, number in (numbers | own).items())
    assert comtrade_number("EU27") is None
