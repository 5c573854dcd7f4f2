"""The console in a real Chromium, with and without JavaScript, by mouse and by keyboard."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.bot.console.house import TOKEN, House
from tests.bot.console.vendor import BASKET_OVER, BOILING, PRICE, VAGUE
from tests.browser import chromium
from tests.fakes import FakeEmbedder
from tests.fakes.kept import FakeGivenAnswers, FakeKeptAnswers

from partnerline.bot.keeping import Keeping
from partnerline.knowledge.escalating.similar import PastAnswers
from partnerline.knowledge.keeping import KeepWish
from partnerline.knowledge.model import Origin, Question
from partnerline.knowledge.ports import Assignment

pytestmark = pytest.mark.browser


@pytest.fixture
def house() -> House:
    """A house in which answers can be kept."""
    house = House()
    house.keeping = Keeping(
        answers=FakeKeptAnswers(),
        record=house.record,
        past=PastAnswers(FakeGivenAnswers(), FakeEmbedder()),
        clock=house.clock,
        bring=lambda: 1,
    )
    house.app = house.console()
    return house


# As short-lived as this file's tests: Playwright keeps a running event loop, which other tests start themselves.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=15_000)  # a busy machine is slow, not wrong
    with chromium() as browser:
        yield browser


def _context(
    browser: Browser,
    address: str,
    *,
    script: bool = True,
    width: int = 1100,
    scheme: Literal["light", "dark"] = "light",
) -> BrowserContext:
    context = browser.new_context(
        base_url=address,
        java_script_enabled=script,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",  # nothing is measured half way through a transition
    )
    context.set_default_timeout(15_000)
    return context


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page, which at the end must not have met an error, a refusal by the policy or another host."""
    with _context(browser, address) as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        page.on(
            "request",
            lambda r: None if r.url.startswith(address) else complaints.append(r.url),
        )
        yield page
        assert complaints == []


def _log_in(page: Page) -> None:
    page.goto("/login")
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Questions")


def _whole_way(page: Page) -> None:
    """Asks, gets a human, answers as the manager, and reads the reply in the trial."""
    _log_in(page)
    page.get_by_role("link", name="Try the bot").first.click()
    page.get_by_label("Ask as").select_option("acme")
    page.get_by_label("Question").fill(VAGUE)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.get_by_role("button", name=PRICE).click()
    expect(page.get_by_role("table")).to_contain_text("37,296.00 EUR")
    page.get_by_text("How this price came about").click()
    expect(page.get_by_text("volume band 100+")).to_be_visible()
    page.get_by_role("button", name="Get a human").last.click()
    expect(page.get_by_role("status")).to_have_text("A person was asked; the reply comes here.")
    trial = page.url.partition("#")[0]
    page.get_by_role("link", name="Questions", exact=True).click()
    page.get_by_role("link", name=PRICE).click()
    page.get_by_label("Who answers").select_option("Dana Ortiz")
    page.get_by_label("What the rep will read").fill("Take **two** more off.")
    page.get_by_role("button", name="Send to Acme Resellers").click()
    expect(page.get_by_role("status")).to_have_text("Sent to Acme Resellers.")
    page.goto(trial)
    expect(page.locator(".person strong")).to_have_text("two")
    expect(page.locator(".person .speaker")).to_contain_text("Dana Ortiz")


def test_the_whole_way(page: Page) -> None:
    _whole_way(page)


def test_the_whole_way_without_javascript(browser: Browser, address: str) -> None:
    with _context(browser, address, script=False) as context:
        _whole_way(context.new_page())


@pytest.mark.parametrize("script", [True, False], ids=["with", "without JavaScript"])
def test_a_price_s_receipt_unfolds_and_its_quote_is_downloaded(
    browser: Browser, address: str, *, script: bool
) -> None:
    with _context(browser, address, script=script) as context:
        page = context.new_page()
        _log_in(page)
        page.goto("/try")
        page.get_by_label("Ask as").select_option("acme")
        page.get_by_label("Question").fill(PRICE)
        page.get_by_role("button", name="Ask", exact=True).click()
        rule = page.get_by_text("volume band 100+")
        expect(rule).to_be_hidden()
        page.get_by_text("How this price came about").click()
        expect(rule).to_be_visible()
        for link, start in (("Quote as PDF", b"%PDF-"), ("Quote for Excel", b"PK")):
            with page.expect_download() as begun:
                page.get_by_role("link", name=link).click()
            name = begun.value.suggested_filename
            assert name.startswith("quote-acme-resellers-2026-11-23.")
            assert begun.value.path().read_bytes().startswith(start)


def _tab_to(page: Page, name: str) -> None:
    """Presses Tab until the control of this name has the focus, and the focus can be seen."""
    for _ in range(30):
        page.keyboard.press("Tab")
        # Not ":focus", which nothing is while the button inside of a date's field has it.
        focused = page.evaluate_handle("document.activeElement").as_element()
        assert focused is not None
        label = focused.evaluate("e => (e.labels && e.labels[0] || e).textContent.trim()")
        if label == name:
            assert focused.evaluate(
                "e => [e, e.closest('.row')].some(n => n && getComputedStyle(n).outlineStyle === 'solid')"
            )
            return
    pytest.fail(f"Tab never reached {name}")


def test_everything_can_be_done_by_keyboard(page: Page, house: House) -> None:
    house.slack_question(BOILING)
    page.goto("/login")
    page.keyboard.type(TOKEN)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Questions")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    _tab_to(page, BOILING)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ana Sousa")
    _tab_to(page, "Who answers")
    page.keyboard.type("Zo")
    _tab_to(page, "What the rep will read")
    page.keyboard.type("No, it won't.")
    _tab_to(page, "Send to Ana Sousa, Acme Resellers")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Sent to Ana Sousa")
    assert [reply.manager for reply in house.delivered] == ["Zoë O'Neil <zoe>"]


def test_a_second_press_while_a_form_is_on_its_way_does_nothing(page: Page, house: House) -> None:
    escalation = house.slack_question(BOILING)
    _log_in(page)
    page.goto(f"/escalations/{escalation}")
    page.get_by_label("Who answers").select_option("Dana Ortiz")
    page.get_by_label("What the rep will read").fill("No.")
    page.get_by_role("button", name="Send").dblclick()
    expect(page.get_by_role("status")).to_contain_text("Sent to Ana Sousa")
    assert len(house.delivered) == 1


def test_a_new_question_appears_in_the_open_list_by_itself(page: Page, house: House) -> None:
    page.clock.install()
    _log_in(page)
    expect(page.get_by_text("Nobody is waiting.")).to_be_visible()
    house.slack_question(BOILING)
    page.clock.run_for(16_000)
    expect(page.get_by_role("link", name=BOILING)).to_be_visible()
    assert page.title().startswith("(1) ")


def test_a_reply_appears_in_the_trial_by_itself(page: Page, house: House) -> None:
    page.clock.install()
    _log_in(page)
    page.goto("/try")
    page.get_by_label("Question").fill(BOILING)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_text("A person was asked")).to_be_visible()
    (escalation,) = house.record.escalations("open")
    house.desk.reply("r1", escalation.id, manager="Dana Ortiz", text="No.")
    page.clock.run_for(6_000)
    expect(page.locator(".person .speaker")).to_contain_text("Dana Ortiz")


def _pages(page: Page, house: House) -> Iterator[str]:
    """Opens every page, each with as much on it as it can hold, and names it."""
    word = "Donaudampfschifffahrtsgesellschaft" * 4
    answered = house.slack_question(f"{word}?", thread="T1/C1/2.0")
    house.desk.reply("r1", answered, manager="Dana Ortiz", text=f"{word}\n\n    {word}")
    waiting = house.slack_question(BOILING, partner=house.directory.partner("odd"))
    _fill(house, word)
    page.goto("/login")
    yield "login"
    page.get_by_label("Token").fill("wrong")
    page.get_by_role("button", name="Log in").click()
    expect(page.locator(".problem")).to_be_visible()
    page.wait_for_load_state()
    yield "refused login"
    _log_in(page)
    for path in (
        "/",
        f"/escalations/{waiting}",
        f"/escalations/{answered}",
        "/gaps",
        "/kept",
        "/changes",
        "/questions",
        "/people",
        "/audit",
        "/nowhere",
        "/try",
    ):
        page.goto(path)
        for fold in page.locator("main summary").all():
            fold.click()
        yield path
    page.get_by_label("Ask as").select_option("odd")
    page.get_by_label("Question").fill(PRICE)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.get_by_text("How this price came about").click()
    yield "trial"
    page.get_by_label("Ask on").fill(BASKET_OVER)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.get_by_text("How this price came about").last.click()
    yield "trial with a price that is over"
    page.get_by_label("Ask on").fill(VAGUE)
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".choices")).to_be_visible()
    yield "trial with choices"


def _fill(house: House, word: str) -> None:
    """Fills the pages of people, questions, kept answers and what was shown."""
    at = house.clock()
    question = Question(text=f"{word}?", as_of=at.date())
    for number, door in enumerate(("slack", "terminal")):
        origin = Origin(door=door, thread="T1/C0NEW/9", asker=f"U{word.upper()}", asker_name=word)  # type: ignore[arg-type]  # each is a door
        house.desk.ask(f"q{number}", question, origin)
    house.record.keep_feedback("q0", "U9", "down", at)
    house.record.keep_reason("q0", "U9", "not_asked", at)
    house.record.keep_judgement("q0", "Dana Ortiz", "wrong", at)
    for subject, id_ in (("person", "U0ABC"), ("channel", "C0ABC"), ("workspace", "T0ABC")):
        house.enrolments.assign(
            Assignment(subject=subject, id=id_, partner_id="odd", by=word, at=at)  # type: ignore[arg-type]  # each is a subject
        )
    assert house.keeping is not None
    for reply in house.record.escalations()[0].replies:
        house.keeping.keep_answer(reply.id, reply.escalation_id, KeepWish(reach="tier"))


def test_no_page_scrolls_sideways_on_a_small_phone(
    browser: Browser, address: str, house: House
) -> None:
    with _context(browser, address, width=360) as context:
        page = context.new_page()
        for name in _pages(page, house):
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, name


def test_every_page_can_be_found_one_s_way_in(browser: Browser, address: str, house: House) -> None:
    titles = set()
    with _context(browser, address) as context:
        page = context.new_page()
        for name in _pages(page, house):
            titles.add(page.title())
            assert page.locator("h1").count() == 1, name
            assert page.locator("main").count() == 1, name
            assert page.locator("html[lang=en]").count() == 1, name
            assert page.locator("[role=status]").count() == 1, name
            assert page.evaluate(_UNLABELLED) == [], name
            assert page.evaluate(_DOUBLE_IDS) == [], name
    assert len(titles) == 14


_UNLABELLED = """
() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button, a")]
  .filter(e => !(e.labels && e.labels.length ? e.labels[0].textContent : e.matches("input, select, textarea") ? ""
    : e.textContent).trim())
  .map(e => e.outerHTML)
"""
_DOUBLE_IDS = """
() => [...document.querySelectorAll("[id]")].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)
"""
_CONTRASTS = """
() => {
  const canvas = Object.assign(document.createElement("canvas"), {width: 1, height: 1}).getContext("2d");
  const rgba = (colour, under) => {
    canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const ground = e => {
    const chain = []; for (let n = e; n; n = n.parentElement) chain.unshift(getComputedStyle(n).backgroundColor);
    return chain.reduce((under, colour) => `rgb(${rgba(colour, under)})`, "white");
  };
  const light = colour => colour.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ratio = e => {
    const under = ground(e), pair = [light(rgba(getComputedStyle(e).color, under)), light(rgba(under, "white"))];
    return (Math.max(...pair) + .05) / (Math.min(...pair) + .05);
  };
  return [...document.body.querySelectorAll("*")]
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && e.checkVisibility())
    .map(e => [e.tagName + " " + e.className + ": " + e.textContent.trim().slice(0, 30), ratio(e)])
    .filter(([, r]) => r < 4.5);
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(
    browser: Browser, address: str, house: House, scheme: Literal["light", "dark"]
) -> None:
    with _context(browser, address, scheme=scheme) as context:
        page = context.new_page()
        for name in _pages(page, house):
            assert page.evaluate(_CONTRASTS) == [], name


@pytest.mark.parametrize("script", [True, False], ids=["with", "without JavaScript"])
def test_a_manager_s_errands_by_hand(
    browser: Browser, address: str, house: House, *, script: bool
) -> None:
    waiting = house.slack_question(BOILING)
    house.slack_question("Who am I?", thread="T1/C0NEW/1.0", partner=None)
    with _context(browser, address, script=script, width=360) as context:
        page = context.new_page()
        _log_in(page)
        page.goto(f"/escalations/{waiting}")
        page.get_by_label("Your name").select_option("Dana Ortiz")
        page.get_by_role("button", name="Take it").click()
        expect(page.get_by_role("status")).to_have_text("Dana Ortiz has it now; the rep sees that.")
        page.get_by_role("link", name="the answer it found").click()
        page.get_by_label("For whom").select_option("tier")
        page.get_by_role("button", name="Send to Ana Sousa, Acme Resellers").click()
        expect(page.get_by_role("status")).to_contain_text("I use this answer for gold partners")
        page.get_by_role("link", name="Kept").click()
        page.get_by_role("button", name="It still holds").click()
        expect(page.get_by_role("status")).to_have_text("It is used for another ninety days.")
        page.get_by_role("link", name="Asked").click()
        page.get_by_label("Outcome").select_option("escalated")
        page.get_by_role("button", name="Show").click()
        page.locator(".row", has_text=BOILING).locator("summary").click()
        page.get_by_role("button", name="Right").click()
        expect(page.get_by_role("status")).to_have_text("Noted: right, says Dana Ortiz.")
        page.get_by_role("link", name="People").click()
        page.get_by_label("Partner of Ana Sousa").select_option("odd")
        page.get_by_role("button", name="Assign").first.click()
        expect(page.get_by_role("status")).to_contain_text("U1 belongs to")
        page.get_by_role("link", name="Audit").click()
        page.get_by_label("Partner").select_option("acme")
        page.get_by_role("button", name="Show").click()
        expect(page.locator(".log .row")).to_have_count(1)


def test_the_policy_stops_a_script_that_got_into_a_page(browser: Browser, address: str) -> None:
    with _context(browser, address) as context:
        page = context.new_page()
        page.goto("/login")
        page.evaluate(
            "() => { const s = document.createElement('script'); s.textContent = 'window.got = 1'; document.body.append(s) }"
        )
        assert page.evaluate("window.got") is None
