"""The English words by which a figure is told from a date, a name or a rank."""

from briefing.language.vocabulary import Vocabulary, calendar, words

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
_JOINS = "to|and|or|until|till|through"

VOCABULARY = Vocabulary(
    months=frozenset(_MONTHS.split("|")),
    ordinals=words("st nd rd th"),
    joins=frozenset(_JOINS.split("|")),
    eras=words("BC BCE AD CE"),
    rank_words=words(
        "rank ranks ranked ranking largest biggest greatest highest lowest smallest best worst "
        "most least leading place placed places position positions came comes coming out among"
    ),
    units=words(
        "million millions billion billions trillion trillions thousand thousands hundred dozen bn "
        "mn m k percent percentage pct points point bps times fold km kilometre kilometres "
        "kilometer kilometers metre metres meter meters mile miles tonne tonnes ton tons kg "
        "kilograms kilogram hectare hectares ha barrel barrels litre litres mw gw gwh mwh kwh twh "
        "dollar dollars cent cents euro euros rouble roubles ruble rubles tögrög tugrik tugriks "
        "yuan yen pound pounds usd eur rub mnt cny jpy gbp"
    ),
    counted=words(
        "people persons person students student citizens citizen visitors visitor travellers "
        "tourists members member workers employees soldiers troops nationals residents "
        "inhabitants households families pupils scholars scholarships graduates teachers "
        "companies company firms enterprises vehicles trucks cars wagons days weeks months years "
        "hours"
    ),
    singular=words(
        "is was has does its this as thus plus us less towards always perhaps across remains "
        "applies holds shows says means becomes covers ends begins runs starts links connects"
    ),
    year_before=words(
        "in since until till before after during between early late mid year years from through "
        "throughout circa pre post spring summer autumn fall winter ending ended"
    ),
    year_near=words(
        "the its their his her our this that of by to and or for on as than with end a an"
    ),
    amounts=words(
        "reached reach reaches totalled totaled totalling totaling numbered numbering exceeded "
        "exceeding hit some about nearly almost roughly approximately exactly only worth"
    ),
    numbered=words(
        "article articles art chapter chapters section sections paragraph paragraphs para paras "
        "annex annexes appendix protocol resolution resolutions decree law order decision "
        "directive regulation rule rules part title table tables figure figures chart box note no "
        "nos number page pages item schedule clause phase stage round track route highway road "
        "building room flight channel version volume vol issue edition agenda vision horizon "
        "boeing airbus formula option pillar goal goals heading headings code zone line lot block "
        "unit berth platform gate class level tier category"
    ),
    no_names=words(
        "a about above across after against all almost also although among an and another any "
        "approximately around as at before below besides between both but by despite down during "
        "each either even every exactly few fewer finally first for from half he her his how "
        "however if in into it its just last later least less many more most nearly next nor not "
        "now of off on once one only onto or other our out over per perhaps plus roughly seven "
        "she since six so some still such than that the their then there these they this those "
        "three through throughout thus to today together too towards two under until up upon us "
        "we were what when where whereas whether which while who with within without yet you"
    ),
    currencies=words(
        "USD EUR GBP JPY CNY RMB RUB MNT CHF KRW INR KZT AUD CAD NZD SEK NOK DKK PLN CZK HUF TRY "
        "UAH BRL ZAR AOA SGD HKD TWD THB IDR MYR VND AED SAR"
    ),
    free=(
        *calendar(_MONTHS, "st|nd|rd|th", _JOINS, "of"),
        r"(?<![\d.,])(?:1\d|20|21)\d0s\b|(?<!\w)['’‘]?\d0s\b",
        r"\b\d{1,4}\s(?:BCE|BC|AD|CE)\b|\bAD\s\d{1,4}\b",
    ),
    unit_phrases=("per cent",),
    plurals=("s",),
    possessives=("’s", "'s", "s’"),
    abbreviations=(
        "approx.",
        "ca.",
        "e.g.",
        "i.e.",
        "vs.",
        "incl.",
        "excl.",
        "cf.",
        "est.",
        "No.",
        "Nos.",
    ),
)
