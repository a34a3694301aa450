"""Replies of the shape that services send, small and made up but for what is said to be recorded:
their own messages of error, which are quoted from public trackers (facts, no licence needed)."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

SHARED = Path(__file__).parents[3] / "shared" / "fetch" / "replies"

# Recorded (origin: ../shared/fetch/replies/index.json).
WORLD_BANK_120 = (
    b'[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not '
    b'valid"}]}]'
)
WORLD_BANK_EMPTY = (
    b'[{"page":0,"pages":0,"per_page":0,"total":0,"sourceid":null,"lastupdated":null},null]'
)
WORLD_BANK_XML = (
    b'<?xml version="1.0" encoding="utf-8"?><wb:error xmlns:wb="http://www.worldbank.org">'
    b'<wb:message id="120" key="Parameter \'incomelevels\' has an invalid value">The provided '
    b"parameter value is not valid</wb:message></wb:error>"
)
COMTRADE_429 = (
    b'{ "statusCode": 429, "message": "Rate limit is exceeded. Try again in 2 seconds." }'
)
COMTRADE_403 = (
    b'{ "statusCode": 403, "message": "Out of call volume quota. Quota will be replenished in '
    b'03:14:17." }'
)
COMTRADE_401 = (
    b'{ "statusCode": 401, "message": "Access denied due to invalid subscription key. Make sure to '
    b'provide a valid key for an active subscription." }'
)
COMTRADE_EMPTY = b'{"elapsedTime":"0.58 secs","count":0,"data":[],"error":""}'
OECD_PROSE = (
    b"You have exceeded the number of requests for data downloads or very large data ranges "
    b"permitted in the OECD Data API. Please contact us"
)
OECD_422 = b"Not enough key values in query, expecting 8 got 7"
OECD_404 = b"NoRecordsFound"
EUROSTAT_ASYNC = (
    b'{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Your request will be treated '
    b'asynchronously. Please try again later."}}'
)
EUROSTAT_FOOTER = b"""<?xml version="1.0" encoding="UTF-8"?>
<message:GenericData xmlns:footer="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message/footer"
 xmlns:common="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"
 xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message">
<footer:Footer><footer:Message code="413" severity="Infomation"><common:Text xml:lang="en">Due to
the large query the response will be written to a file</common:Text></footer:Message>
</footer:Footer>
</message:GenericData>
"""
PAGE = b"<!DOCTYPE html><html><title>Maintenance</title><p>Back soon</p></html>"


def world_bank(
    values: Mapping[int, str],
    country: tuple[str, str] = ("MN", "MNG"),
    indicator: str = "NY.GDP.MKTP.CD",
    total: int | None = None,
    updated: str = "2026-03-18",
) -> bytes:
    """A page of one country's observations, the latest first; values as the service writes them."""
    head = {
        "page": 1,
        "pages": 1,
        "per_page": 20000,
        "total": len(values) if total is None else total,
        "sourceid": "2",
        "lastupdated": updated,
    }
    cells = ",".join(
        json.dumps(
            {
                "indicator": {"id": indicator, "value": "GDP (current US$)"},
                "country": {"id": country[0], "value": country[1].title()},
                "countryiso3code": country[1],
                "date": str(year),
                "value": "@",
                "unit": "",
                "obs_status": "",
                "decimal": 0,
            }
        ).replace('"@"', value)
        for year, value in sorted(values.items(), reverse=True)
    )
    return f"[{json.dumps(head)},[{cells}]]".encode()


def comtrade(rows: Sequence[Mapping[str, object]], elapsed: str = "0.21") -> bytes:
    """Records of Mongolia's yearly exports to Russia, but for what each says otherwise."""
    base = {
        "typeCode": "C",
        "freqCode": "A",
        "refYear": 2024,
        "period": "2024",
        "reporterCode": 496,
        "flowCode": "X",
        "partnerCode": 643,
        "partner2Code": 0,
        "cmdCode": "TOTAL",
        "customsCode": "C00",
        "mosCode": "0",
        "motCode": 0,
        "primaryValue": 1000.0,
    }
    data = [{**base, **row} for row in rows]
    content = {"elapsedTime": f"{elapsed} secs", "count": len(data), "data": data, "error": ""}
    return json.dumps(content).encode()


def sdmx_csv(rows: Sequence[str], dimensions: str = "FREQ,CURRENCY,CURRENCY_DENOM") -> bytes:
    lines = [f"KEY,{dimensions},TIME_PERIOD,OBS_VALUE,OBS_STATUS", *rows]
    return "\n".join(lines).encode() + b"\n"


def px_variables(
    variables: Mapping[str, Sequence[str]], first: int = 0, texts: Mapping[str, str] | None = None
) -> bytes:
    """A table's description; codes are positions, as at 1212.mn, where the variables' own codes are
    Mongolian and their `texts` English."""
    content = {
        "title": "Table",
        "variables": [
            {
                "code": name,
                "text": (texts or {}).get(name, name),
                "values": [str(first + place) for place in range(len(members))],
                "valueTexts": list(members),
            }
            for name, members in variables.items()
        ],
    }
    return json.dumps(content, ensure_ascii=False).encode()


def json_stat(
    dimensions: Mapping[str, Mapping[str, str]],
    values: Sequence[object],
    updated: str = "2026-04-14T08:00:00Z",
) -> bytes:
    """A JSON-stat 2 data set: by dimension the codes with their labels."""
    content = {
        "version": "2.0",
        "class": "dataset",
        "label": "Table",
        "source": "Office",
        "updated": updated,
        "id": list(dimensions),
        "size": [len(members) for members in dimensions.values()],
        "dimension": {
            name: {
                "label": name,
                "category": {
                    "index": {code: place for place, code in enumerate(members)},
                    "label": dict(members),
                },
            }
            for name, members in dimensions.items()
        },
        "value": list(values),
    }
    return json.dumps(content, ensure_ascii=False).encode()
