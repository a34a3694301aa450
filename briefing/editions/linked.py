"""An edition as linked data: schema.org's Report, and a dataset of DCAT-AP 3, as JSON-LD."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from briefing.model import CitedSource, Document, Spec, Text

_CONTEXT = (
    "https://schema.org",
    {
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "spdx": "http://spdx.org/rdf/terms#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    },
)
_LANGUAGE = "http://publications.europa.eu/resource/authority/language/"
# The authority's table has ISO 639-2/T codes in capitals.
_LANGUAGES = {"en": "ENG", "fr": "FRA", "mn": "MON", "ru": "RUS"}
_MEDIA = "http://www.iana.org/assignments/media-types/"
_KINDS = {"pdf": "application/pdf", "json": "application/json"}
_EDITION, _PUBLISHER = "#edition", "#publisher"

Node = dict[str, Any]


def linked(spec: Spec, documents: Sequence[Document], files: Mapping[str, bytes]) -> bytes:
    """What the edition is, for catalogues: title, language, period, publisher, licence, each file
    with its SHA-256, and what it is based on. It holds no clock; the same files give the same."""
    sources = _sources(documents)
    names = {source.name for cited in sources.values() for source in cited.values()}
    graph = [_report(spec, documents, files, sorted(names)), *_publisher(spec)]
    graph += [_based_on(spec, name, cited) for name, cited in sorted(sources.items())]
    whole = {"@context": _CONTEXT, "@graph": graph}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _sources(documents: Sequence[Document]) -> dict[str, dict[str, CitedSource]]:
    """What each document says of a source, by the source's name and language."""
    found: dict[str, dict[str, CitedSource]] = {}
    for document in documents:
        for source in document.annex.sources:
            found.setdefault(source.name, {})[document.language] = source
    return found


def _report(
    spec: Spec, documents: Sequence[Document], files: Mapping[str, bytes], sources: Sequence[str]
) -> Node:
    titles = {document.language: document.plain_title for document in documents}
    described = {d.language: d.description for d in documents if d.description}
    languages = [document.language for document in documents]
    start, end = spec.period.start.isoformat(), spec.period.end.isoformat()
    node: Node = {
        "@id": _EDITION,
        "@type": ["Report", "dcat:Dataset"],
        "name": _in_languages(titles),
        "description": _in_languages(described or titles),
        "inLanguage": languages,
        "temporalCoverage": f"{start}/{end}",
        "version": spec.edition,
        "dct:title": _in_languages(titles),
        "dct:description": _in_languages(described or titles),
        "dct:language": [
            {"@id": _LANGUAGE + _LANGUAGES[code]} for code in languages if code in _LANGUAGES
        ],
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _typed("date", start),
            "dcat:endDate": _typed("date", end),
        },
        "distribution": [_distribution(spec, name, data) for name, data in files.items()],
        "dcat:distribution": [{"@id": name} for name in files],
        "isBasedOn": [{"@id": f"#source-{name}"} for name in sources],
        "dct:source": [{"@id": f"#source-{name}"} for name in sources],
    }
    if spec.released is not None:
        node["datePublished"] = spec.released.isoformat()
        node["dct:issued"] = _typed("date", spec.released.isoformat())
    if spec.publisher:
        node["publisher"] = node["dct:publisher"] = {"@id": _PUBLISHER}
    return node | _licence(spec.licence)


def _publisher(spec: Spec) -> Iterator[Node]:
    if spec.publisher:
        names = _in_languages(_texts(spec.publisher))
        types = ["Organization", "foaf:Agent"]
        yield {"@id": _PUBLISHER, "@type": types, "name": names, "foaf:name": names}


def _distribution(spec: Spec, name: str, data: bytes) -> Node:
    kind = _KINDS[name.rpartition(".")[2]]
    digest = sha256(data).hexdigest()
    node: Node = {
        "@id": name,
        "@type": ["DataDownload", "dcat:Distribution"],
        "contentUrl": name,
        "encodingFormat": kind,
        "contentSize": str(len(data)),
        "sha256": digest,
        "dcat:accessURL": {"@id": name},
        "dcat:downloadURL": {"@id": name},
        "dcat:mediaType": {"@id": _MEDIA + kind},
        "dcat:byteSize": _typed("nonNegativeInteger", str(len(data))),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": _typed("hexBinary", digest),
        },
    }
    language = next((code for code in spec.languages if f".{code}." in f".{name}"), "")
    if kind == _KINDS["pdf"] and language:
        node["inLanguage"] = language
        if language in _LANGUAGES:
            node["dct:language"] = {"@id": _LANGUAGE + _LANGUAGES[language]}
    return node | _licence(spec.licence)


def _based_on(spec: Spec, name: str, cited: Mapping[str, CitedSource]) -> Node:
    titles = {language: source.title for language, source in cited.items() if source.title}
    publishers = {code: source.publisher for code, source in cited.items() if source.publisher}
    url = next((source.url for source in cited.values() if source.url), "")
    source = spec.sources[name]
    node: Node = {
        "@id": f"#source-{name}",
        "@type": ["Dataset", "dcat:Dataset"],
        "name": _in_languages(titles),
        "dct:title": _in_languages(titles),
        "publisher": {"@type": "Organization", "name": _in_languages(publishers)},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": _in_languages(publishers)},
    }
    if url:
        node |= {"url": url, "dcat:landingPage": {"@id": url}}
    if source.published:
        node["datePublished"] = source.published
    if source.retrieved is not None:
        node["sdDatePublished"] = source.retrieved.isoformat()
    licence = next((source.licence for source in cited.values() if source.licence), "")
    return node | _licence(licence)


def _licence(licence: str) -> Node:
    """The terms, as an address where they are one, else in words."""
    if not licence:
        return {}
    if licence.startswith(("http://", "https://")):
        return {"license": licence, "dct:license": {"@id": licence}}
    words = {"@type": "dct:LicenseDocument", "rdfs:label": licence}
    return {"license": {"@type": "CreativeWork", "name": licence}, "dct:license": words}


def _in_languages(texts: Mapping[str, str]) -> list[Node]:
    return [{"@value": text, "@language": language} for language, text in texts.items()]


def _texts(text: Text) -> dict[str, str]:
    return {language: phrase.text for language, phrase in text.items()}


def _typed(kind: str, value: str) -> Node:
    return {"@type": f"xsd:{kind}", "@value": value}
