from briefing.model.block import Container, Listing, Manuscript, Paragraph, Quote, Section
from briefing.model.text import Phrase, Place
from briefing.narrative import conditions, images, keep, phrase, placements, read, references

TEXT = """# Title {{ a }}

:::: if first
{{ b }}

::: if second
{{ c }}
:::
::::

::: aside
- {{ d }}

![T {{ e }}](exhibit:one)
:::

> {{ partner.the }} {{ f }}
>
> ::: if third
> only
> :::

| {{ g }} | x |
|---|---|
| y | {{ h }} |

![P {{ i }}](a.png)
"""


def section() -> Section:
    found, findings = read("s.md", "s", TEXT)
    assert findings == ()
    assert found is not None
    return found


def test_conditions_in_order() -> None:
    assert [r.name for r in conditions((section(),))] == ["first", "second", "third"]


def test_only_what_holds_is_kept() -> None:
    first, second, third = conditions((section(),))
    kept = keep(section(), {first, third})
    assert conditions((kept,)) == ()
    assert [type(b) for b in kept.blocks[:2]] == [Paragraph, Container]
    everything = keep(section(), {first, second, third})
    assert len(everything.blocks) == len(kept.blocks) + 1
    nothing = keep(section(), ())
    (quote,) = (b for b in nothing.blocks if isinstance(b, Quote))
    assert len(quote.blocks) == 1


def test_what_a_dropped_condition_leaves_empty_goes_too() -> None:
    found, _ = read("s.md", "s", "# T\n\n- ::: if a\n  x\n  :::\n\n> ::: if a\n> x\n> :::\n\nend")
    assert found is not None
    kept = keep(found, ())
    assert [type(b) for b in kept.blocks] == [Paragraph]
    assert not any(isinstance(b, Listing) for b in kept.blocks)


def test_references_placements_and_images_in_reading_order() -> None:
    title, _ = phrase(Phrase("{{ z }}", Place("b.yaml")))
    manuscript = Manuscript("en", title, (section(),))
    assert [r.name for r in references(manuscript)] == ["z", *"abcdefghi"]
    assert [p.exhibit for p in placements(manuscript)] == ["one"]
    assert [i.path for i in images(manuscript)] == ["a.png"]
