"""UN Comtrade's JSON (API v1): a list of records."""

from briefing.tables.formats.content import Content, Given, gathered, unfit
from briefing.tables.formats.jsons import parsed, text

_VALUE = "primaryValue"
# Rows of these beside the row of their total are its parts: adding them counts twice.
_TOTALS = {"partner2Code": ("0", ""), "motCode": ("0", ""), "customsCode": ("C00", "")}


def read(given: Given) -> Content:
    """A record a row, numbered in the order of the reply; sub-rows beside totals are refused."""
    whole = parsed(given)
    if not isinstance(whole, dict) or not isinstance(whole.get("data"), list):
        said = text((whole.get("message") or whole.get("error")) if isinstance(whole, dict) else "")
        message = f"{given.file} is no reply of UN Comtrade{f'; it says: {said}' if said else ''}"
        raise unfit(given, message, "fetch it again")
    records = [{key: text(value) for key, value in one.items()} for one in whole["data"]]
    if records and _VALUE not in records[0]:
        message = f"the records of {given.file} hold no {_VALUE}: they list files, or codes"
        raise unfit(given, message, "ask for data: data/v1/get, or public/v1/preview")
    for number, record in enumerate(records, 1):
        for key, total in _TOTALS.items():
            if record.get(key, "") not in total:
                message = f"record {number} has {key} {record[key]}, a part beside its total"
                hint = "ask with partner2Code=0&motCode=0&customsCode=C00, which gives totals only"
                raise unfit(given, message, hint, row=number)
    return gathered(given, "data", enumerate(records, 1))
