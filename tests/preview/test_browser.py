"""The preview in a real browser."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from briefing import project
from briefing.mail.letter import letter
from briefing.model.spec import Choices
from briefing.workspace import Workspace
from tests.mail.test_letter import begin, made
from tests.preview.conftest import Preview
from tests.preview.machine import Watched, family
from tests.preview.test_server import ask

SECONDS = 60


def until(browser: Chrome, condition: Callable[[Chrome], object], seconds: float = SECONDS) -> None:
    WebDriverWait(browser, seconds, poll_frequency=0.02).until(condition)


def says(selector: str, words: str) -> Callable[[Chrome], bool]:
    return lambda browser: words in text(browser, selector)


def text(browser: Chrome, selector: str) -> str:
    """What an element and all in it say, the space between pieces as one."""
    found = browser.execute_script(
        "return document.querySelector(arguments[0])?.textContent ?? ''", selector
    )
    return " ".join(str(found).split())


def element(browser: Chrome, selector: str):
    return browser.find_element(By.CSS_SELECTOR, selector)


def picture(browser: Chrome, page: int) -> str:
    return browser.execute_script(
        "return document.querySelectorAll('.page')[arguments[0] - 1].querySelector('img').src", page
    )


def opened(browser: Chrome, preview: Preview) -> None:
    browser.get(preview.url)
    until(browser, says("#pages", "Russia is a supplier"))
    until(browser, lambda b: "/pages/" in picture(b, 1))


def test_an_edit_is_seen_where_the_reader_stands(preview: Preview, browser: Chrome) -> None:
    opened(browser, preview)
    browser.execute_script("document.getElementById('pages').scrollTop = 900")
    until(browser, lambda b: "/pages/" in picture(b, 1))
    before, place = picture(browser, 1), browser.execute_script("return pages.scrollTop")
    preview.edit("sections/en/trade.md", "hardly a market", "seldom a customer")
    until(browser, says("#pages", "seldom a customer"))
    until(browser, lambda b: picture(b, 1) != before)
    assert "hardly a market" not in text(browser, "#pages")
    assert browser.execute_script("return pages.scrollTop") == place == 900


@pytest.mark.parametrize("which", ["sample", "large"])
def test_a_saved_file_is_seen_within_half_a_second(
    which: str, request: pytest.FixtureRequest
) -> None:
    """The best of eight, as on a machine that does nothing else (see `Watched.alone`): the sample
    in three languages, and a project of forty pages, looked at on page 20."""
    shown: Preview = request.getfixturevalue(which)
    browser: Chrome = request.getfixturevalue("browser")
    browser.get(shown.url)
    until(browser, says("#pages", "Key points"), 120)
    until(browser, lambda _: len(json.loads(ask(shown, "/state")[1])["papers"]) == 3, 120)
    settled(browser)
    name = "overview" if which == "sample" else "trade_3"
    file = f"sections/en/{name}.md"
    if which == "large":
        find(browser, f"{name}.md:1")
        settled(browser)
    heading = (shown.project / file).read_text(encoding="utf-8").partition("\n")[0]
    waited, words = [], heading
    for number in range(8):
        newer = f"{heading} Zebra{'abcdefghij'[number]}"
        browser.execute_script(
            """window.seen = new Promise((done) => {
              const look = () => pages.textContent.includes(arguments[0])
                ? done(Date.now() / 1000) : requestAnimationFrame(look);
              look();
            })""",
            newer.rpartition(" ")[2],
        )
        settled(browser)
        with Watched(shown.process.pid, family(browser.service.process.pid)) as watched:
            saved = time.time()
            shown.edit(file, words, newer)
            seen = browser.execute_async_script("seen.then(arguments[arguments.length - 1])")
        waited.append(watched.alone(saved, seen))
        words = newer
    assert min(waited) < 0.5, waited


def find(browser: Chrome, text: str) -> None:
    """Types into the search field, and Enter."""
    field = element(browser, "#find")
    field.clear()
    field.send_keys(text, Keys.ENTER)


def click_on(browser: Chrome, word: str) -> None:
    """Clicks on a word of a page, where the page shows it."""
    x, y = browser.execute_script(
        """const word = arguments[0];
        const span = [...document.querySelectorAll('.words span')]
          .find((one) => one.textContent.includes(word));
        span.scrollIntoView({ block: 'center' });
        const range = document.createRange();
        const at = span.firstChild.data.indexOf(word);
        range.setStart(span.firstChild, at);
        range.setEnd(span.firstChild, at + word.length);
        const box = range.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2];""",
        word,
    )
    actions = ActionChains(browser)
    actions.w3c_actions.pointer_action.move_to_location(int(x), int(y))
    actions.w3c_actions.pointer_action.click()
    actions.perform()


def test_a_word_leads_to_its_line_and_a_line_to_its_place(
    preview: Preview, browser: Chrome
) -> None:
    opened(browser, preview)
    click_on(browser, "supplier")
    until(browser, says("#written", "sections/en/trade.md:4"))
    assert "is a supplier, hardly a market." in element(browser, "#written pre mark").text
    assert browser.current_url.endswith("#line=sections/en/trade.md:4")
    click_on(browser, "exported" if "exported" in text(browser, "#pages") else "Turnover")
    until(browser, says("#written", "sections/en/trade.md:7"))
    find(browser, "flows.md:4")
    until(browser, lambda b: b.find_elements(By.CSS_SELECTOR, ".shown"))
    marked = browser.execute_script(
        """const mark = document.querySelector('.shown').getBoundingClientRect();
        return [...document.querySelectorAll('.words span')]
          .filter((one) => {
            const box = one.getBoundingClientRect();
            const middle = (box.top + box.bottom) / 2;
            return box.height && middle > mark.top && middle < mark.bottom;
          }).map((one) => one.textContent).join('')"""
    )
    assert "Imports were" in marked
    find(browser, "Exports were")
    until(browser, lambda b: b.find_elements(By.CSS_SELECTOR, ".shown"))
    find(browser, "zebras")
    assert element(browser, "#find").get_attribute("validationMessage")


def test_an_address_leads_to_a_line(preview: Preview, browser: Chrome) -> None:
    browser.get(f"{preview.url}#line=sections/en/flows.md:3")
    until(browser, lambda b: b.find_elements(By.CSS_SELECTOR, ".shown"))
    page = browser.execute_script(
        "return document.querySelector('.shown').closest('.page').dataset.page"
    )
    assert "Exports were" in browser.execute_script(
        "return document.querySelectorAll('.page')[arguments[0] - 1].textContent", int(page)
    )


def test_the_outline_and_the_file_are_there(preview: Preview, browser: Chrome) -> None:
    opened(browser, preview)
    titles = [item.text for item in browser.find_elements(By.CSS_SELECTOR, "#outline button")]
    assert "1 Trade in goods" in titles[0]
    assert any("Year by year" in title for title in titles)
    last = browser.find_elements(By.CSS_SELECTOR, "#outline button")[-1]
    last.click()
    until(browser, lambda b: b.execute_script("return pages.scrollTop") > 500)
    address = element(browser, "#pdf").get_attribute("href")
    assert address == f"{preview.url}pdf/en"


def test_nothing_that_is_linked_or_loaded_is_missing(preview: Preview, browser: Chrome) -> None:
    """Every address in the page, and all that a browser asks by itself."""
    opened(browser, preview)
    settled(browser)
    asked = browser.execute_script(
        """return [
          ...performance.getEntriesByType('resource').map((one) => one.name),
          ...[...document.querySelectorAll('[href], [src]')].map((one) => one.href || one.src),
          new URL('/favicon.ico', location).href,
        ].filter((one) => one.startsWith(location.origin))"""
    )
    paths = {address.removeprefix(preview.url).partition("#")[0] for address in asked}
    assert len(paths) > 10
    for path in paths - {"events"}:
        status = ask(preview, f"/{path}")[0]
        assert status in (200, 204), path
    # Pictures of a paper that another has just taken the place of are still answered.
    preview.edit("sections/en/trade.md", "hardly a market", "seldom a customer")
    until(browser, says("#pages", "seldom a customer"))
    for path in paths:
        if path.startswith("pages/"):
            assert ask(preview, f"/{path}")[0] == 200, path


def test_styles_are_switched_in_place(preview: Preview, browser: Chrome) -> None:
    opened(browser, preview)
    before = picture(browser, 1)
    select = element(browser, "#style")
    assert select.get_attribute("value") == "ministry"
    assert {"plain", "large"} <= {one.text for one in select.find_elements(By.TAG_NAME, "option")}
    select.send_keys("plain")
    until(browser, lambda b: picture(b, 1) not in ("", before))
    until(browser, lambda b: element(b, "#style").get_attribute("value") == "plain")
    settled(browser)
    preview.edit("sections/en/trade.md", "hardly a market", "seldom a customer")
    until(browser, says("#pages", "seldom a customer"))
    assert element(browser, "#style").get_attribute("value") == "plain"


def settled(browser: Chrome) -> None:
    """Waits until the pages that aren't seen have come too: nobody saves twice in one second."""
    count = "return performance.getEntriesByType('resource').length"
    browser.execute_script("performance.setResourceTimingBufferSize(5000)")
    quiet, last = 0, -1
    while quiet < 4:
        time.sleep(0.2)
        now = browser.execute_script(count)
        quiet, last = (quiet + 1 if now == last else 0), now


def test_a_broken_project_is_drawn_as_a_draft_and_says_why(
    preview: Preview, browser: Chrome
) -> None:
    opened(browser, preview)
    preview.edit("briefing.yaml", "kind: bars", "kind: [bars")
    until(browser, says("#banner", "Draft."))
    assert "briefing.yaml:25" in text(browser, "#banner")
    until(browser, says("#pages", "DRAFT"))
    preview.edit("sections/en/trade.md", "hardly a market", "seldom a customer")
    until(browser, says("#pages", "seldom a customer"))
    settled(browser)
    finding = element(browser, "#findings li.error button")
    assert finding.get_attribute("aria-expanded") == "false"
    finding.click()
    assert finding.get_attribute("aria-expanded") == "true"
    assert "kind: [bars, show: [imports" in element(browser, "#findings pre mark").text
    assert "Hint: " in element(browser, "#findings .hint").text
    preview.edit("briefing.yaml", "kind: [bars", "kind: bars")
    until(browser, lambda b: not text(b, "#banner"))
    until(browser, lambda b: "DRAFT" not in text(b, "#pages"))
    assert browser.find_elements(By.CSS_SELECTOR, "#findings li") == []
    assert "Nothing wrong or doubtful" in text(browser, "#findings")


def test_an_error_of_the_text_leads_to_its_place(preview: Preview, browser: Chrome) -> None:
    opened(browser, preview)
    preview.edit("sections/en/flows.md", "{{ imports 2010 }}", "{{ improts 2010 }}")
    preview.edit("briefing.yaml", "kind: bars", "kind: brs")
    until(browser, says("#banner", "sections/en/flows.md:4"))
    until(browser, says("#banner", "briefing.yaml:25"))
    until(browser, says("#pages", "[improts]"))
    assert "[exhibit:trade]" in text(browser, "#pages")
    element(browser, "#banner button").click()
    until(browser, lambda b: b.find_elements(By.CSS_SELECTOR, ".shown"))


def test_what_is_marked_stays_marked_where_pages_are_written_anew(
    preview: Preview, browser: Chrome
) -> None:
    opened(browser, preview)
    preview.edit("sections/en/flows.md", "{{ imports 2010 }}", "{{ improts 2010 }}")
    until(browser, says("#pages", "[improts]"))
    settled(browser)
    element(browser, "#banner button").click()
    until(browser, lambda b: b.find_elements(By.CSS_SELECTOR, ".shown"))
    before = element(browser, ".shown").get_attribute("style")
    preview.edit("sections/en/flows.md", "{{ improts 2010 }}", "{{ imports 2010 }} or so")
    until(browser, says("#pages", "or so"))
    settled(browser)
    assert element(browser, ".shown").get_attribute("style") == before


def test_an_answer_that_comes_late_never_takes_a_newer_ones_place(
    preview: Preview, browser: Chrome
) -> None:
    opened(browser, preview)
    browser.execute_script(
        """const real = window.fetch;
        window.late = [];
        window.fetch = async (address, ...more) => {
          const answer = await real(address, ...more);
          if (address === "/state" && !window.late.length) {
            await new Promise((go) => window.late.push(go));
          }
          return answer;
        };"""
    )
    preview.edit("sections/en/trade.md", "{{ exports }}", "{{ exprots }}")
    until(browser, lambda b: b.execute_script("return window.late.length"))
    preview.edit("sections/en/trade.md", "{{ exprots }}", "{{ exports }} or so")
    until(browser, says("#pages", "or so"))
    until(browser, lambda b: text(b, "#banner") == "")
    settled(browser)
    browser.execute_script("window.late.forEach((go) => go())")
    time.sleep(0.5)
    assert text(browser, "#banner") == ""
    assert "or so" in text(browser, "#pages")


def test_every_page_is_new_in_the_end_though_one_came_first(
    preview: Preview, browser: Chrome
) -> None:
    opened(browser, preview)
    settled(browser)
    thumbnails = "return [...document.querySelectorAll('#list img')].map((one) => one.src)"
    before = browser.execute_script(thumbnails)
    preview.edit("briefing.yaml", "marking: OFFICIAL", "marking: PUBLIC")
    until(browser, lambda b: text(b, "#pages").count("PUBLIC") == 6)
    assert "OFFICIAL" not in text(browser, "#pages")
    settled(browser)
    after = browser.execute_script(thumbnails)
    assert len(after) == len(before) == 3
    assert all(old != new for old, new in zip(before, after, strict=True))


def test_a_project_broken_from_the_start_is_mended(preview: Preview, browser: Chrome) -> None:
    preview.edit("sections/en/trade.md", "{{ exports }}", "{{ exprots }}")
    browser.get(preview.url)
    until(browser, says("#banner", "exprots"))
    preview.edit("sections/en/trade.md", "{{ exprots }}", "{{ exports }}")
    until(browser, says("#pages", "Russia is a supplier"))
    until(browser, lambda b: not text(b, "#banner"))


def test_a_figure_leads_to_its_cells(preview: Preview, browser: Chrome) -> None:
    opened(browser, preview)
    figure = element(browser, ".figures button[title^='US$1.5']")
    ActionChains(browser).move_to_element(figure).click().perform()
    until(browser, says("#trace", "Imports from Russia"))
    trace = text(browser, "#trace")
    assert "imports" in trace
    assert "1,549,318.25 US$ thousand [p]" in trace
    assert "2014" in trace
    assert "imports_from[$partner]" in trace
    assert "National Statistics Office of Mongolia: Foreign trade by country" in trace
    assert "retrieved 2015-03-01" in trace
    assert "trade.csv, line 21, value" in trace
    assert "RUS,2014,import,1549318.25,p" in trace


def test_everything_is_done_by_keyboard(preview: Preview, browser: Chrome) -> None:
    opened(browser, preview)

    def press(*keys: str) -> None:
        ActionChains(browser).send_keys(*keys).perform()

    def focused(what: str) -> str:
        return browser.execute_script(f"return document.activeElement.{what}")

    press(Keys.TAB)
    assert focused("className") == "skip"
    press(Keys.ENTER)
    press(Keys.TAB)
    first = focused("title")
    assert focused("parentElement.className") == "figures"
    press(Keys.ARROW_RIGHT)
    assert focused("parentElement.className") == "figures"
    second = focused("title")
    assert second != first
    press(Keys.ENTER)
    assert " ".join(second.split()) in text(browser, "#trace-title")
    assert focused("id") == "trace-title"
    press(Keys.ESCAPE)
    assert not element(browser, "#trace").is_displayed()
    assert focused("title") == second


def test_pictures_have_the_screens_pixels_at_every_zoom(preview: Preview, browser: Chrome) -> None:
    opened(browser, preview)

    def sharp(browser: Chrome) -> bool:
        natural, css = browser.execute_script(
            "const p = document.querySelector('.page img');"
            "return [p.naturalWidth, p.getBoundingClientRect().width]"
        )
        return natural == round(css * 2)

    until(browser, sharp)
    width = element(browser, ".page").size["width"]
    for button in ("larger", "larger", "smaller"):
        element(browser, f"#{button}").click()
        until(browser, sharp)
    assert element(browser, "#percent").text == "100%"
    assert element(browser, ".page").size["width"] == round(595.276 * 96 / 72)
    element(browser, "#fit").click()
    until(browser, sharp)
    assert element(browser, ".page").size["width"] == width


def test_the_page_list_and_the_page_number_turn_pages(preview: Preview, browser: Chrome) -> None:
    opened(browser, preview)
    buttons = browser.find_elements(By.CSS_SELECTOR, "#list button")
    assert len(buttons) == len(browser.find_elements(By.CSS_SELECTOR, ".page")) >= 2
    buttons[1].click()
    until(browser, lambda _: buttons[1].get_attribute("aria-current") == "page")
    assert element(browser, "#number").get_attribute("value") == "2"
    element(browser, "#number").send_keys(Keys.CONTROL, "a")
    element(browser, "#number").send_keys("1", Keys.ENTER)
    until(browser, lambda _: buttons[0].get_attribute("aria-current") == "page")


def test_languages_are_switched_and_kept(bilingual: Preview, browser: Chrome) -> None:
    opened(browser, bilingual)
    choices = browser.find_elements(By.CSS_SELECTOR, "#languages input")
    assert [choice.get_attribute("value") for choice in choices] == ["en", "mn"]
    assert choices[0].is_selected()
    choices[1].click()
    until(browser, says("#pages", "Гадаад худалдаа"))
    assert element(browser, ".page").get_attribute("lang") == "mn"
    assert "Монгол, Орос" in browser.title
    # The page that is looked at comes first.
    until(browser, lambda shown: "Russia is a supplier" not in text(shown, "#pages"))
    bilingual.edit("sections/mn/trade.md", "Гадаад худалдаа", "Хоёр улсын худалдаа")
    until(browser, says("#pages", "Хоёр улсын худалдаа"))
    browser.refresh()
    until(browser, says("#pages", "Хоёр улсын худалдаа"))
    assert element(browser, "#languages input[value=mn]").is_selected()


def test_nothing_is_asked_of_the_network(preview: Preview, browser: Chrome) -> None:
    opened(browser, preview)
    asked = browser.execute_script(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)"
    )
    assert len(asked) > 5
    assert [address for address in asked if not address.startswith(preview.url)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 500])
def test_axe_finds_no_violation(
    preview: Preview, browser: Chrome, axe: str, scheme: str, width: int
) -> None:
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
    )
    browser.set_window_size(width, 900)
    opened(browser, preview)
    preview.edit("sections/en/flows.md", "Imports were", "Between 7 and 9 imports were")
    until(browser, says("#banner", "Draft."))
    element(browser, "#findings li button").click()
    browser.execute_script("document.querySelector('.figures button').click()")
    browser.execute_script(axe)
    results = browser.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
        " 'best-practice'] }).then(done)"
    )
    assert len(results["passes"]) > 20
    assert [
        (violation["id"], [node["html"] for node in violation["nodes"]])
        for violation in results["violations"]
    ] == []


def test_axe_finds_no_violation_in_the_letter(browser: Chrome, axe: str, tmp_path: Path) -> None:
    folder = begin(tmp_path)
    spec, _ = project.read(Workspace(str(folder)), Choices())
    assert spec is not None
    made_of = letter(spec, "en", "Mongolia and Russia", ["new.en.pdf"], made(folder), None)
    page = tmp_path / "letter.html"
    page.write_text(made_of.html, encoding="utf-8")
    browser.get(page.as_uri())
    browser.execute_script(axe)
    results = browser.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(done)"
    )
    assert len(results["passes"]) > 5
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in results["violations"]] == []
