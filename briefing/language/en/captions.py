"""What English says around exhibits."""

from briefing.language.en import dates
from briefing.language.en.words import WORDS
from briefing.language.forms import Forms

FORMS = Forms(
    marks=WORDS.marks,
    number=lambda count: int(count != 1),
    whens={
        "period": dates.period,
        "months": lambda period: dates.months(period, short=False),
    },
    unless_stated="{unit} unless stated",
    has_status="{when} {mark}",
    partly="parts of {when}",
    instant="end of {period}",
    latest="the latest available",
    without="Without {period}, scale enlarged about {times}",
    two="{first} and {last}",
    more_labels=("{names} and {more} more",),
    legend="Filled marker: {filled}. Open marker: other event",
    markers="Filled: {filled}. Ring: {ring}.",
    no_figure="No figure",
    others="All other",
    own="Own",
    partners="Partner’s",
    gap="Gap",
    listed=("{count} is listed", "{count} are listed"),
    largest_shown=("; the largest is shown.", "; the {shown} largest are shown."),
    subject_shown=(
        "; the largest and {subject} are shown.",
        "; the {shown} largest and {subject} are shown.",
    ),
    about="{label}: {Text}",
    not_listed="{name} is not listed.",
    not_to_scale="Spacing is not to scale.",
    not_from_zero="The axis does not begin at zero.",
    own_scales="Each panel has a scale of its own.",
    off_map="Not on the map: {names}.",
    boundaries="Boundaries imply no official position. Outlines: Natural Earth.",
    cumulative="Flows added up over the period; not a stock.",
    of_the_listed="Shares of the sum of the {count} listed.",
    # The definition and the standard reasons (NUMBERS.md §2).
    mirror_reasons=(
        "Gap: the importer’s figure less the exporter’s; in percent of the mean of the two. "
        "Usual reasons: valuation (c.i.f. against f.o.b.), origin against last destination, "
        "timing, re-exports, thresholds, confidentiality, exchange rates."
    ),
    moved={
        "up": "Up {by} on {period}",
        "down": "Down {by} on {period}",
        "level": "Level with {period}",
        "after": "After {value} in {period}",
        "deficit up": "Deficit {by} wider than in {period}",
        "deficit down": "Deficit {by} narrower than in {period}",
        "deficit level": "Deficit little changed from {period}",
    },
    place=("{Largest} of {of} listed",),
    place_tied=("{Largest} of {of} listed",),
    of_total="{share} of the total",
    times="{times} that of {period}",
    times_deficit="A deficit {times} that of {period}",
    age=("{years} year old", "{years} years old"),
    highest="highest {value}",
    lowest="lowest {value}",
    value="{name} {value}",
    ranked="{name} is {place}.",
    rank="{largest}",
    rank_of="{largest} of {of} listed",
    event="{count} event: {first}.",
    events=("{count} events, from {first} to {last}.",),
    compared=("Figure", "Was", "Now", "Difference"),
    changes=("Added", "Revised", "Corrected", "Unchanged"),
    none="None.",
    unchanged=("{label}: {count} figure.", "{label}: {count} figures."),
    more=("{label}: {count} more figure.", "{label}: {count} more figures."),
    revised="{label}: {old}, now {new}{change}.",
)
