"""What is said aloud in English."""

from briefing.language.spoken import SpokenWords

_BILLION, _MILLION, _TRILLION = "billion", "million", "trillion"

SPOKEN = SpokenWords(
    title="Speaking card",
    numbers=("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    nearly="nearly {0}",
    over="just over {0}",
    about="about {0}",
    amount="{number} {scale} {currency}",
    scales={6: (_MILLION,) * 3, 9: (_BILLION,) * 3, 12: (_TRILLION,) * 3},
    currencies={"USD": "dollars", "EUR": "euros", "GBP": "pounds", "MNT": "tugriks"},
    percent=("percent",) * 3,
    deficit="a deficit of {0}",
    parts=("almost all of it {0}", "most of it {0}", "more than half of it {0}"),
    said="Don’t say:",
    provisional="that it is final (it is provisional)",
    part_year="that it is a year’s (it is of {0})",
    old="that it is today’s (it is {0})",
    listed="“of all partners” (only {0} are listed)",
    stock="that it came in that year (it had been added up by its end)",
    share="“of trade” (it is a share of what its name says)",
    round="more digits than these",
)
