"""The register of figures and the statement on quality in English."""

from briefing.language.annexes import QualityWords, RegisterWords

REGISTER = RegisterWords(
    title="Register of figures",
    number="No.",
    figure="Figure",
    value="Value",
    printed="As printed",
    made="Source and derivation",
    note=(
        "Every figure of the text and of the headline facts, in order of first printing; its "
        "number leads to that place. Values are unrounded; results of a division are shown to "
        "eight digits and stand in full in the record inside this file. File and line say where a "
        "value was read."
    ),
    columns="Columns: {columns}.",
    to_row="{text}: {number} in the register of figures",
    to_first="{number}: where it is first printed",
)

QUALITY = QualityWords(
    title="Quality statement",
    checks="Checks",
    check="Check",
    result="Result",
    nothing="nothing found in {what}",
    looked={
        "exhibits": ("1 chart or table", "{count} charts and tables"),
        "figures": ("1 figure", "{count} figures"),
        "languages": ("1 language", "{count} languages"),
        "sentences": ("1 sentence with figures", "{count} sentences with figures"),
        "series": ("1 series", "{count} series and facts"),
        "sets": ("1 set", "{count} sets"),
        "tables": ("1 table of data", "{count} tables of data"),
        "text": ("1 sentence", "{count} sentences"),
    },
    found="{count} findings",
    found_one="1 finding",
    waived="{count} waived",
    waived_one="1 waived",
    not_run="not run: {why}",
    because="{code} waived at {place}: {reason}",
    rules={
        "B101": "Figures of the text are bound to data",
        "B102": "Totals are the sums of their parts",
        "B103": "Goods and services make up their total",
        "B104": "Shares fit into their whole",
        "B105": "Words agree with figures",
        "B106": "A figure is told one way only",
        "B107": "Changes of shares are in percentage points",
        "B108": "Part-years are compared with the same months",
        "B109": "Stocks and flows are called what they are",
        "B110": "No jump by a thousand between periods",
        "B111": "Series reach the edition’s period",
        "B112": "Figures have sources, and these have dates",
        "B113": "Ranks and shares leave totals and regions out",
        "B114": "Gaps to the partner’s figures are told",
        "B115": "Charts, tables and text agree",
        "B116": "Average growth recomputes",
        "B117": "No country’s code is read as missing",
        "B118": "Languages print the same figures",
        "B119": "Currency and prices are stated",
        "B122": "Claims in words stand beside figures that bear them out",
        "B123": "Units and currencies are printed once",
    },
    lacking={
        "B102": "no sums are declared",
        "B103": "no goods with services",
        "B113": "nothing is ranked or shared out",
        "B114": "no mirror figures are declared",
        "B117": "no markers in tables by key",
        "B118": "one language",
    },
    edition="This edition",
    released="Released",
    product="Made by",
    inputs="Inputs",
    set_in="Set in",
    digest="SHA-256 of their digests",
    files="{count} files",
    file="1 file",
    cite="Cite as",
    cite_released="released {date}",
)
