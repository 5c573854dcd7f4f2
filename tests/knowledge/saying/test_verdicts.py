import pytest
from tests.knowledge.saying.passages import hit

from partnerline.knowledge.saying import Said, say

TABLE = (
    "Feature: Single sign-on · Basic: no · Pro: yes · Enterprise: yes\n"
    "Feature: Interface (REST) · Basic: no · Pro: read only · Enterprise: read and write\n"
    "Feature: Sensors per seat · Basic: 10 · Pro: 50 · Enterprise: unlimited"
)
CERTIFICATES = (
    "Certificate: CE, UKCA · GX-10: yes · GX-10-EX: yes\n"
    "Certificate: ATEX zone 2 · GX-10: no · GX-10-EX: yes"
)

OUTRIGHT = [
    ("Can it run outdoors?", "The GX-10 is not for outdoor use.", "no"),
    ("is two-factor sign-in available in every plan?", "Two-factor sign-in is available in every plan.", "yes"),
    ("Does the GX-10 support Modbus?", "The GX-10 supports Modbus.", "yes"),
    ("Does the GX-10 support OPC UA?", "The GX-10 does not support OPC UA.", "no"),
    ("is there a minimum order", "There is no minimum order.", "no"),
    ("Are viewers free?", "Viewers are free and unlimited in every plan.", "yes"),
    ("Can the GX-10 be fitted with a battery afterwards?", "The GX-10 and the GX-10-L cannot be fitted with a battery afterwards.", "no"),
    ("does Watch Pro support SAML 2.0", "Watch Pro and Enterprise support SAML 2.0 and OpenID Connect.", "yes"),
    ("Is the warranty transferable?", "The warranty is transferable.", "yes"),
    ("Is the warranty transferable?", "The warranty isn't transferable.", "no"),
    ("Can a registration be handed on to another partner?", "A registration cannot be handed on to another partner.", "no"),
    ("can we export the audit log", "The audit log can be exported.", "yes"),
    ("Can I replace the battery?", "The battery can be replaced.", "yes"),
    ("Are the sensors calibrated?", "The sensors are never calibrated.", "no"),
    ("must the customer be named", "The customer must be named.", "yes"),
    ("does the gateway speak BACnet", "The gateway speaks BACnet.", "yes"),
]  # fmt: skip

UNSETTLED = [
    ("Can it run outdoors?", "The GX-10 is not for outdoor use without a housing."),
    ("Can it run outdoors?", "The GX-10 may be mounted outdoors only under a roof."),
    ("Can unopened goods be returned?", "Unopened goods may be returned within 30 days of delivery for a fee of 15 percent."),
    ("Can goods be returned?", "Unopened goods can be returned."),
    ("Is the radio survey free?", "The radio survey is free from 50 sensors."),
    ("Is sign-in with two factors available in every plan?", "Two-factor sign-in is available in the Enterprise plan."),
    ("Can silver partners book the loan pool?", "Gold and platinum partners can book the loan pool."),
    ("Does the GX-10 support Modbus?", "The GX-20 supports Modbus."),
    ("Does the GX-10 support Modbus?", "The GX-10-B supports Modbus."),
    ("Does the GX-10-B support Modbus?", "The GX-10 supports Modbus."),
    ("Does the GX-10 support Modbus?", "The GX-10 supports Modbus only with the IO-8 module."),
    ("Does the GX-10 support Modbus?", "The GX-10 supports Modbus as an option."),
    ("Does the GX-10 support Modbus?", "The GX-10 supports Modbus if the licence is active."),
    ("Does the GX-10 support Modbus?", "The GX-10 supports Modbus unless it runs on battery."),
    ("Does the GX-10 support Modbus?", "All models support Modbus except the GX-10."),
    ("Does the GX-10 support Modbus?", "The GX-10 will support Modbus in the next release."),
    ("Can the GX-10 take 64 sensors?", "The GX-10 takes up to 64 sensors."),
    ("Can the GX-10 take 60 sensors?", "The GX-10 takes 64 sensors."),
    ("Does the PLC control the gateway?", "The gateway controls the PLC."),
    ("Does the pump replace the valve?", "The valve replaces the pump."),
    ("Do you pay the carriage?", "Carriage is paid by the partner."),
    ("do you pay for the training?", "You pay for the training."),
    ("Is the GX-10 certified?", "The GX-10 is certified in Europe."),
    ("Is the GX-10 certified for North America?", "The GX-10 is certified."),
    ("Is the power supply included?", "The power supply is ordered separately."),
    ("Is it compulsory?", "It can be made compulsory."),
    ("Is the GX-10 cheaper than the GX-20?", "The GX-10 is cheaper than the GX-30."),
    ("Does every plan include alarms?", "The Pro plan includes alarms."),
    ("Isn't the warranty transferable?", "The warranty is transferable."),
    ("Is the warranty not transferable?", "The warranty is transferable."),
    ("Do new partners have a credit limit?", "Partners have a credit limit of 25,000."),
    ("can the gateway lose data", "Nothing is lost and no data leaves the gateway."),
    ("Is the interface documented?", "Most of the interface is documented."),
    ("Is TISAX available?", "ISO 27001 is available."),
    ("how do I return goods", "Goods can be returned."),
    ("Is MQTT or BACnet supported?", "MQTT is supported."),
    ("Is the warranty transferable?", "Is the warranty transferable?"),
    ("must the customer be named", "The customer is named."),
    ("can the customer be named", "The customer must be named."),
    ("is data encrypted at rest and how", "AES-256 at rest."),
    ("Is the spare part available for 7 years?", "The spare part is available for 5 years."),
]  # fmt: skip


def verdict(question: str, text: str, *headings: str) -> str | None:
    said = say(question, [hit(text, *headings)])
    assert isinstance(said, Said)
    return said.verdict


@pytest.mark.parametrize(("question", "text", "expected"), OUTRIGHT)
def test_what_a_sentence_says_outright_is_said_first(
    question: str, text: str, expected: str
) -> None:
    said = say(question, [hit(text)])
    assert isinstance(said, Said)
    assert said.verdict == expected
    assert said.text.startswith(f"{expected.capitalize()}. ")


@pytest.mark.parametrize(("question", "text"), UNSETTLED)
def test_what_a_sentence_does_not_settle_gets_no_yes_or_no(question: str, text: str) -> None:
    assert verdict(question, text) is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("does basic have single sign-on", "no"),
        ("Does the Pro plan have single sign-on?", "yes"),
        ("does Pro have the REST interface", None),
        ("does premium have single sign-on", None),
        ("does it have single sign-on", None),
        ("does basic have an audit trail", None),
    ],
)
def test_a_cell_settles_it_where_row_and_column_are_named(
    question: str, expected: str | None
) -> None:
    assert verdict(question, TABLE, "Plans", "Which plan for whom") == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("is the GX-10 certified to ATEX zone 2?", "no"),
        ("is the gx10ex ATEX zone 2 certified", "yes"),
        ("is the GX-20 certified to ATEX zone 2?", None),
        ("is the GX-10 certified to ATEX zone 1?", None),
    ],
)
def test_a_cell_is_of_the_very_product_asked_about(question: str, expected: str | None) -> None:
    assert verdict(question, CERTIFICATES, "GX series", "Certificates") == expected


def test_a_heading_that_asks_the_same_is_answered_by_the_first_word_below_it() -> None:
    text = "No, we only take bank transfers. Invoices are due in 30 days."
    said = say(
        "Can customers pay by credit card?",
        [hit(text, "FAQ", "Can a customer pay by credit card?")],
    )
    assert isinstance(said, Said)
    assert said.verdict == "no"
    assert "No. " not in said.text


def test_a_heading_that_asks_something_else_settles_nothing() -> None:
    text = "No, we only take bank transfers."
    assert (
        verdict("Can customers pay by cheque?", text, "FAQ", "Can a customer pay by card?") is None
    )


def test_two_sentences_that_disagree_settle_nothing() -> None:
    text = "The GX-10 supports Modbus; the GX-10 does not support Modbus."
    assert verdict("Does the GX-10 support Modbus?", text) is None


@pytest.mark.parametrize(
    "text", ["Lightning damage is covered.", "Not true is this:\n- Lightning damage is covered."]
)
def test_what_stands_above_may_turn_the_sense(text: str) -> None:
    assert verdict("is lightning damage covered?", text, "Warranty", "What we never say") is None
    assert verdict("is lightning damage covered?", f"- {text}", "Warranty") is None
    assert (
        verdict("is lightning damage covered?", "Lightning damage is covered.", "Warranty") == "yes"
    )
