"""Threads of facts, and what their last message asks: of several vendors' products and rules."""

TARNWICK = (
    "AX-40 AX-40 compact edge gateway",
    "AX-200 AX-200 edge gateway",
    "AX-200-B AX-200-B edge gateway with battery backup",
    "AX-200-LTE AX-200-LTE edge gateway with LTE",
    "AX-400 AX-400 edge gateway, quad core",
    "AX-400-PRO AX-400 Pro edge gateway, redundant",
    "TS-10 TS-10 temperature sensor",
    "TS-10-X TS-10-X temperature sensor, extended range",
    "ANT-LTE-2M LTE antenna with 2 m cable",
    "ANT-LTE-5M LTE antenna with 5 m cable",
    "WL-BASIC Watchline Basic",
    "WL-PRO Watchline Pro",
    "WL-ENT Watchline Enterprise",
)
HARBOURLINE = (
    "HL-DSK-ES Harbourline Desk Essentials",
    "HL-DSK-PR Harbourline Desk Professional",
    "HL-DSK-EN Harbourline Desk Enterprise",
    "HL-CRM-ES Harbourline CRM Essentials",
    "HL-CRM-PR Harbourline CRM Professional",
    "HL-VLT-PR Harbourline Vault Professional",
    "41001 Harbourline Server 9, Standard",
    "41002 Harbourline Server 9, Advanced",
)
BRENNFELD = (
    "104010-S Nitrilhandschuh puderfrei, S",
    "104010-M Nitrilhandschuh puderfrei, M",
    "104010-L Nitrilhandschuh puderfrei, L",
    "ZF-150 Tischzentrifuge ZF-150",
    "ZF-450 Kühlzentrifuge ZF-450",
    "AK-23 Autoklav AK-23",
)
PUMPS = (
    "Corvane 12",
    "Corvane 12 Marine",
    "Corvane 40",
    "Lumen drill",
    "RX7 road bike",
    "RX7e road bike with motor",
)
NAMES = (*TARNWICK, *HARBOURLINE, *BRENNFELD, *PUMPS)
HEADINGS = (
    "Security FAQ",
    "How is data encrypted?",
    "Return policy",
    "Goods ordered by mistake",
    "Deal registration",
    "Quarterly rebate",
    "Not-for-resale units",
    "Support plans",
    "Onboarding guide for new partners",
    "Use of the name",
)

FOLLOWED: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("how much is the AX-200?", "and its weight?", "and for 500?"),
        "How much is the AX-200 for 500?",
    ),
    (
        (
            "how long does a deal registration protect me?",
            "can it be extended?",
            "and who approves it?",
        ),
        "Who approves it (a deal registration protect me)?",
    ),
    (("how long is data kept in Pro?", "Enterprise?"), "How long is data kept in Enterprise?"),
    (("how long is data kept in Pro?", "basic?"), "How long is data kept in Basic?"),
    (
        ("what does Watchline Pro include?", "and enterprise?"),
        "What does Watchline Enterprise include?",
    ),
    (
        ("what's the warranty on sensors?", "how long is it on gateways?"),
        "How long is it on gateways (the warranty)?",
    ),
    (
        ("how heavy is the AX-200?", "can I talk to someone?", "and its range?"),
        "The AX-200's range?",
    ),
    (("weight of the AX-200", "that's wrong", "and the AX-400?"), "Weight of the AX-400?"),
    (
        ("how much for 40 AX-400?", "does the price include shipping?"),
        "Does the price include shipping (the AX-400)?",
    ),
    # The product of the turn before.
    (
        ("what's the weight of the AX-200?", "and its operating temperature?"),
        "The AX-200's operating temperature?",
    ),
    (("how much power does the AX-400 draw?", "and its weight?"), "The AX-400's weight?"),
    (("sensor limit of AX-40", "does it speak OPC UA?"), "Does the AX-40 speak OPC UA?"),
    (("does the ZF-450 cool below zero?", "how loud is it?"), "How loud is the ZF-450?"),
    (("does the ZF-450 cool below zero?", "how heavy?"), "How heavy is the ZF-450?"),
    (
        ("max speed of ZF-150", "can it be used with 50 ml tubes"),
        "Can the ZF-150 be used with 50 ml tubes?",
    ),
    (("is the RX7e waterproof?", "what's its range?"), "What's the RX7e's range?"),
    (
        ("is the RX7e waterproof?", "how long is the warranty?"),
        "How long is the warranty of the RX7e?",
    ),
    (("weight of AX-200-B", "battery life?"), "Battery life of the AX-200-B?"),
    (("weight of AX-200-B", "and the battery?"), "The battery of the AX-200-B?"),
    (("weight of AX-200-B", "what about dimensions?"), "Dimensions of the AX-200-B?"),
    (
        ("does Harbourline Desk Professional include chat?", "and reporting?"),
        "Reporting of Harbourline Desk Professional?",
    ),
    (
        ("does Harbourline Desk Professional include chat?", "does it support SAML"),
        "Does Harbourline Desk Professional support SAML?",
    ),
    (("flow rate of the Corvane 40?", "and its noise level"), "Corvane 40's noise level?"),
    (
        ("flow rate of the Corvane 40?", "can I mount it vertically?"),
        "Can I mount Corvane 40 vertically?",
    ),
    (("weight of the AX-200", "thanks! and the warranty?"), "The warranty of the AX-200?"),
    (
        ("weight of the AX-200", "ok, and what's the operating temperature?"),
        "What's the operating temperature of the AX-200?",
    ),
    (
        ("weight of the AX-200", "shorter", "and its supply voltage?"),
        "The AX-200's supply voltage?",
    ),
    (("weight of the AX-200", "thanks", "and its supply voltage?"), "The AX-200's supply voltage?"),
    (("AX-200 vs AX-400: weight?", "and their warranty?"), "The AX-200 and the AX-400's warranty?"),
    (
        ("does the VS-30 need calibration?", "how often does that have to be done?"),
        "How often does the VS-30 have to be done?",
    ),
    (
        ("what is the accuracy of the TS-10-X", "is that enough for pharma"),
        "Is the TS-10-X enough for pharma?",
    ),
    # The same of another product.
    (("what's the weight of the AX-200?", "and the AX-400?"), "What's the weight of the AX-400?"),
    (("what's the weight of the AX-200?", "AX-400?"), "What's the weight of the AX-400?"),
    (
        ("what's the weight of the AX-200?", "what about ax-400 pro"),
        "What's the weight of the ax-400 pro?",
    ),
    (("what's the weight of the AX-200?", "same for the AX-40"), "What's the weight of the AX-40?"),
    (("is the AX-200 waterproof", "how about the TS-10?"), "Is the TS-10 waterproof?"),
    (
        ("how long is the warranty on the AX-200", "and on the TS-10?"),
        "How long is the warranty on the TS-10?",
    ),
    (
        ("is AX-200 ok for outdoors", "and the AX-400 in winter?"),
        "Is AX-400 ok for outdoors in winter?",
    ),
    (("weight of AX-200 and AX-400", "and the AX-40?"), "Weight of AX-40?"),
    (("does the Corvane 12 run dry?", "and the Corvane 40?"), "Does the Corvane 40 run dry?"),
    (("does the RX7 fit a 2 m rider?", "and the RX7e?"), "Does the RX7e fit a 2 m rider?"),
    (("which rotor for the ZF-150", "and for the ZF-450"), "Which rotor for the ZF-450?"),
    (
        ("does Watchline Basic have an audit trail", "and Watchline Pro?"),
        "Does Watchline Pro have an audit trail?",
    ),
    (
        ("does Watchline Basic have an audit trail", "Watchline Enterprise?"),
        "Does Watchline Enterprise have an audit trail?",
    ),
    (("max users of Harbourline CRM Essentials?", "and 41002?"), "Max users of 41002?"),
    (
        ("how many sensors can an AX-200 take", "and a QX-900?"),
        "How many sensors can an QX-900 take?",
    ),
    (("how long is the warranty?", "for the AX-400"), "How long is the warranty for the AX-400?"),
    # Siblings.
    (("weight of the AX-200", "and the LTE version?"), "Weight of the AX-200-LTE?"),
    (("weight of the AX-200", "what about the one with a battery"), "Weight of the AX-200-B?"),
    (("weight of the AX-400", "the pro version?"), "Weight of the AX-400-PRO?"),
    (("weight of the AX-400", "and the pro?"), "Weight of the AX-400-PRO?"),
    (("does Watchline Basic have SSO?", "and the enterprise plan?"), "Does WL-ENT have SSO?"),
    (
        ("does Harbourline Desk Essentials have SSO", "what about the professional edition"),
        "Does HL-DSK-PR have SSO?",
    ),
    (("does the Corvane 12 rust?", "and the marine version?"), "Does the Corvane 12 Marine rust?"),
    (("which connector has ANT-LTE-5M", "and the shorter one?"), "Which connector has ANT-LTE-2M?"),
    (("how many in a box of 104010-M?", "and the bigger one?"), "How many in a box of 104010-L?"),
    (("how many in a box of 104010-M?", "and the smaller one?"), "How many in a box of 104010-S?"),
    (("weight of the RX7", "and the other one?"), "Weight of the RX7e?"),
    # Circumstances.
    (("does the AX-200 work indoors?", "and outdoors?"), "Does the AX-200 work outdoors?"),
    (
        ("how far does the radio reach indoors", "outdoors?"),
        "How far does the radio reach outdoors?",
    ),
    (
        ("how far does the radio reach in a cold store", "and in winter?"),
        "How far does the radio reach in a cold store in winter?",
    ),
    (
        ("how far does the radio reach in summer", "and in winter?"),
        "How far does the radio reach in winter?",
    ),
    (
        ("what is the rebate for silver partners", "and for gold partners?"),
        "What is the rebate for gold partners?",
    ),
    (
        ("what is the rebate for silver partners", "and gold partners?"),
        "What is the rebate for gold partners?",
    ),
    (("can MDF pay for a trade show?", "and for a webinar?"), "Can MDF pay for a webinar?"),
    (("can MDF pay for a trade show?", "what about a webinar?"), "Can MDF pay for a webinar?"),
    (
        ("how long is the warranty on sensors?", "and batteries?"),
        "How long is the warranty on batteries?",
    ),
    (
        ("how long is the warranty on sensors?", "what about power supplies"),
        "How long is the warranty on power supplies?",
    ),
    (
        ("can I return opened goods?", "and after 30 days?"),
        "Can I return opened goods after 30 days?",
    ),
    (
        ("can I return opened goods?", "with a receipt?"),
        "Can I return opened goods with a receipt?",
    ),
    (
        ("who approves a loan unit?", "and in Switzerland"),
        "Who approves a loan unit in Switzerland?",
    ),
    (("when is the rebate paid?", "in cash?"), "When is the rebate paid in cash?"),
    # Other sides of it.
    (
        ("does the AX-200 keep readings when the line is down?", "for how long?"),
        "For how long does the AX-200 keep readings when the line is down?",
    ),
    (("is the AX-100 discontinued?", "since when?"), "Since when is the AX-100 discontinued?"),
    (("do I get a refund?", "how much?"), "How much do I get a refund?"),
    (("can I extend a registration?", "how often?"), "How often can I extend a registration?"),
    (("can I extend a registration?", "by how long?"), "By how long can I extend a registration?"),
    (("is there a restocking fee", "when?"), "When is there a restocking fee?"),
    (("what is the restocking fee", "since when?"), "What is the restocking fee – since when?"),
    # Rules rather than products.
    (("can MDF pay for a trade show?", "who approves it?"), "Who approves MDF?"),
    (("how do I get an RMA number?", "how long is it valid?"), "How long is RMA valid?"),
    (
        ("how do I register a deal?", "how long does it take?"),
        "How long does it take (register a deal)?",
    ),
    (
        ("how do I register a deal?", "and what is the deadline?"),
        "What is the deadline (register a deal)?",
    ),
    (("how do I register a deal?", "is there a fee?"), "Is there a fee (register a deal)?"),
    (("when is the restocking fee due", "and who pays it?"), "Who pays the restocking fee due?"),
    (("can MDF pay for a trade show?", "any conditions?"), "Any conditions (MDF)?"),
    (("what is the loan pool", "who can use it?"), "Who can use the loan pool?"),
    (
        ("how do I send back a faulty pump", "and who pays carriage?"),
        "Who pays carriage (send back a faulty pump)?",
    ),
    (("what does the growth bonus pay", "is that per year?"), "Is the growth bonus pay per year?"),
    (
        ("how are priority 1 cases opened?", "what happens then?"),
        "What happens then (priority 1 cases opened)?",
    ),
    # Several turns back, and pronouns with a product of their own.
    (
        ("weight of the AX-200", "how do I claim MDF?", "back to the AX-200: does it have wifi?"),
        "Does the AX-200 have wifi?",
    ),
    (
        ("weight of the AX-200", "how do I claim MDF?", "back to the AX-200: and the warranty?"),
        "The warranty of the AX-200?",
    ),
    (
        (
            "weight of the AX-200",
            "how do I claim MDF?",
            "regarding the AX-200: how long is the warranty?",
        ),
        "How long is the warranty of the AX-200?",
    ),
    (
        ("weight of the AX-200", "is it heavier than the AX-400?"),
        "Is the AX-200 heavier than the AX-400?",
    ),
    (("weight of the AX-200", "what is MDF?", "thanks", "who approves it?"), "Who approves MDF?"),
    # The bot's question back.
    (("AX-200?", "weight"), "Weight of the AX-200?"),
    (("info on the ZF-150", "noise level?"), "Noise level of the ZF-150?"),
    # German, French, Spanish, Italian.
    (("wie schwer ist der ZF-150?", "und der ZF-450?"), "Wie schwer ist der ZF-450?"),
    (("wie schwer ist der ZF-150?", "und die Garantie?"), "Die Garantie von ZF-150?"),
    (("wie laut ist die ZF-150?", "und was ist mit dem ZF-450"), "Wie laut ist die ZF-450?"),
    (("Lieferzeit AX-400?", "und das Gewicht?"), "Das Gewicht von AX-400?"),
    (
        ("Wie lange ist die Garantie auf Sensoren?", "und für Batterien?"),
        "Wie lange ist die Garantie auf Sensoren für Batterien?",
    ),
    (
        ("Funktioniert der AX-200 draußen?", "und im Winter?"),
        "Funktioniert der AX-200 draußen im Winter?",
    ),
    (("quel est le poids du AX-200 ?", "et pour le AX-400 ?"), "Quel est le poids du AX-400?"),
    (("quel est le poids du AX-200 ?", "et la garantie ?"), "La garantie de AX-200?"),
    (("le AX-200 fonctionne à -20 ?", "et en hiver ?"), "Le AX-200 fonctionne à -20 en hiver?"),
    (("¿cuál es la garantía del AX-200?", "¿y el peso?"), "El peso de AX-200?"),
    (("¿cuál es la garantía del AX-200?", "y el AX-400?"), "Cuál es la garantía del AX-400?"),
    (("qual è il peso dell'AX-200?", "e la garanzia?"), "La garanzia di AX-200?"),
    (("qual è il peso dell'AX-200?", "e l'AX-400?"), "Qual è il peso dell'AX-400?"),
)

CORRECTED: tuple[tuple[tuple[str, ...], str], ...] = (
    (("weight of the AX-200", "no I meant the LTE version"), "Weight of the AX-200-LTE?"),
    (("weight of the AX-200", "no, the AX-400"), "Weight of the AX-400?"),
    (("weight of the AX-200", "sorry, AX-400"), "Weight of the AX-400?"),
    (("weight of the AX-200", "I meant the AX-400"), "Weight of the AX-400?"),
    (("weight of the AX-200", "not the AX-200, the AX-400"), "Weight of the AX-400?"),
    (("weight of the RX7", "no, the other one"), "Weight of the RX7e?"),
    (("weight of the AX-200", "weight of the TS-10", "no, the other one"), "Weight of the AX-200?"),
    (("what is the rebate?", "I mean for gold partners"), "What is the rebate for gold partners?"),
    (("what is the rebate for silver partners", "no, for gold partners"), "What is the rebate for gold partners?"),
    (("how far does the radio reach indoors", "sorry, I meant outdoors"), "How far does the radio reach outdoors?"),
    (("can MDF pay for a trade show?", "no, a webinar"), "Can MDF pay for a webinar?"),
    (("when is the bonus paid", "no I mean how is it calculated"), "How is the bonus paid calculated?"),
    (("how long is the warranty on sensors?", "I meant how long is the warranty on batteries"), "how long is the warranty on batteries"),
    (("wie schwer ist der ZF-150?", "nein, der ZF-450"), "Wie schwer ist der ZF-450?"),
    (("quel est le poids du AX-200 ?", "non, le AX-400"), "Quel est le poids du AX-400?"),
    (("¿cuál es el peso del AX-200?", "no, el AX-400"), "Cuál es el peso del AX-400?"),
    (("qual è il peso dell'AX-200?", "no, l'AX-400"), "Qual è il peso dell'AX-400?"),
)  # fmt: skip

OF_THE_ANSWER: tuple[tuple[str, str], ...] = (
    ("shorter", "shorter"), ("shorter please", "shorter"), ("tl;dr", "shorter"), ("in one sentence", "shorter"), ("can you say that in one sentence?", "shorter"),
    ("too long", "shorter"), ("summary?", "shorter"), ("make it shorter", "shorter"), ("a bit shorter pls", "shorter"), ("kürzer bitte", "shorter"), ("plus court", "shorter"), ("más corto", "shorter"), ("più breve", "shorter"),
    ("more detail", "longer"), ("more details please", "longer"), ("tell me more", "longer"), ("can you elaborate?", "longer"), ("the full text", "longer"), ("genauer bitte", "longer"), ("plus de détails", "longer"), ("más detalles", "longer"), ("più dettagli", "longer"),
    ("where does it say that?", "source"), ("where is that written?", "source"), ("are you sure?", "source"), ("source?", "source"), ("says who?", "source"), ("which document is that from?", "source"), ("is that official?", "source"), ("wo steht das?", "source"), ("où est-ce que c'est écrit ?", "source"), ("¿estás seguro?", "source"), ("dove sta scritto?", "source"),
    ("say that again", "again"), ("can you repeat that?", "again"), ("sorry, what was that?", "again"), ("nochmal bitte", "again"), ("encore une fois", "again"), ("otra vez", "again"), ("di nuovo", "again"),
    ("why?", "why"), ("why not?", "why"), ("how come?", "why"), ("but why?", "why"), ("and why is that?", "why"), ("warum?", "why"), ("warum nicht?", "why"), ("pourquoi ?", "why"), ("¿por qué?", "why"), ("perché?", "why"),
    ("what did you mean by MDF?", "meaning"), ("what do you mean by accrued?", "meaning"), ("what does MDF stand for", "meaning"), ("what's MDF?", "meaning"), ("was bedeutet MDF?", "meaning"), ("que veut dire MDF ?", "meaning"), ("qué significa MDF?", "meaning"), ("cosa significa MDF?", "meaning"),
    ("thanks! shorter please", "shorter"), ("ok, and why?", "why"),
)  # fmt: skip

ALONE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("how much is the AX-200?", "who gets leads?"), "who gets leads?"),
    (
        ("weight of the AX-200", "Hello Tarnwick team, hope you are well. Who approves MDF?"),
        "Who approves MDF?",
    ),
    (("weight of the AX-200", "how do I register a deal?"), "how do I register a deal?"),
    (
        ("weight of the AX-200", "forget that. how do I register a deal?"),
        "how do I register a deal?",
    ),
    (("weight of the AX-200", "never mind, who approves MDF?"), "who approves MDF?"),
    (("weight of the AX-200", "thanks! another thing: who approves MDF?"), "who approves MDF?"),
    (
        ("weight of the AX-200", "one more: how long is an RMA number valid?"),
        "how long is an RMA number valid?",
    ),
    (
        ("weight of the AX-200", "sorry, wrong question. what is the restocking fee for gloves?"),
        "what is the restocking fee for gloves?",
    ),
    (
        ("weight of the AX-200", "hi! what's the accuracy of the TS-10?"),
        "what's the accuracy of the TS-10?",
    ),
    (("weight of the AX-200", "new topic: opening hours of support"), "opening hours of support"),
    (("weight of the AX-200", "btw, do you have ISO 27001?"), "do you have ISO 27001?"),
    (("weight of the AX-200", "and how do I claim MDF?"), "how do I claim MDF?"),
    (
        ("weight of the AX-200", "is it possible to return opened goods?"),
        "is it possible to return opened goods?",
    ),
    (
        ("weight of the AX-200", "how long does it take to get an RMA number?"),
        "how long does it take to get an RMA number?",
    ),
    (
        ("weight of the AX-200", "customer says their IT will never allow it on the network"),
        "customer says their IT will never allow it on the network",
    ),
    (
        ("weight of the AX-200", "our customer's IT department asks about ports"),
        "our customer's IT department asks about ports",
    ),
    (
        ("weight of the AX-200", "customer thinks that three years is too long"),
        "customer thinks that three years is too long",
    ),
    (
        ("weight of the AX-200", "can I return a pump if it was opened?"),
        "can I return a pump if it was opened?",
    ),
    (
        ("weight of the AX-200", "do customers lose their data when they cancel?"),
        "do customers lose their data when they cancel?",
    ),
    (("weight of the AX-200", "which gateways work outdoors"), "which gateways work outdoors"),
    (
        ("weight of the AX-200", "a gateway that works without network?"),
        "a gateway that works without network?",
    ),
    (("weight of the AX-200", "what is planned this year"), "what is planned this year"),
    (("weight of the AX-200", "MDF deadline"), "MDF deadline"),
    (("weight of the AX-200", "return policy"), "return policy"),
    (("weight of the AX-200", "what about deal registration?"), "deal registration?"),
    (("weight of the AX-200", "deal registration?"), "deal registration?"),
    (("weight of the AX-200", "RMA?"), "RMA?"),
    (("weight of the AX-200", "ISO 27001 certificate"), "ISO 27001 certificate"),
    (("weight of the AX-200", "warranty of the TS-10"), "warranty of the TS-10"),
    (("weight of the AX-200", "and the warranty of the TS-10?"), "the warranty of the TS-10?"),
    (("weight of the AX-200", "TS-10-X battery life"), "TS-10-X battery life"),
    (("weight of the AX-200", "AX-400 lead time"), "AX-400 lead time"),
    (
        ("weight of the AX-200", "does the AX-400 run containers and does it need a fan?"),
        "does the AX-400 run containers? Does the AX-400 need a fan?",
    ),
    (
        ("how do I claim MDF?", "how long is the warranty on the ZF-450"),
        "how long is the warranty on the ZF-450",
    ),
    (
        ("how do I claim MDF?", "is it true that the AX-100 is discontinued"),
        "is it true that the AX-100 is discontinued",
    ),
    (
        ("how do I claim MDF?", "what can I say when the customer finds us too expensive"),
        "what can I say when the customer finds us too expensive",
    ),
    (("how do I claim MDF?", "where do I send orders?"), "where do I send orders?"),
    (
        ("how do I claim MDF?", "so what are the support hours on Sunday"),
        "what are the support hours on Sunday",
    ),
    (
        ("how do I claim MDF?", "for customers in Spain, is there a local office?"),
        "for customers in Spain, is there a local office?",
    ),
    (
        ("how do I claim MDF?", "in winter our customer loses radio contact, what can we do"),
        "in winter our customer loses radio contact, what can we do",
    ),
    (
        ("how do I claim MDF?", "who is the competitor called Veltrax"),
        "who is the competitor called Veltrax",
    ),
    (
        ("how do I claim MDF?", "one AX-200 for how many sensors?"),
        "one AX-200 for how many sensors?",
    ),
    (
        ("how do I claim MDF?", "can partners share an office in the same country"),
        "can partners share an office in the same country",
    ),
    (
        ("how do I claim MDF?", "what happens to our data after the end of a subscription"),
        "what happens to our data after the end of a subscription",
    ),
    (("how do I claim MDF?", "we need 5 demo units next week"), "we need 5 demo units next week"),
    (("how do I claim MDF?", "no inbound ports, right?"), "no inbound ports, right?"),
    (
        ("how do I claim MDF?", "ok to mount the gateway outside?"),
        "ok to mount the gateway outside?",
    ),
    (
        ("how do I claim MDF?", "data retention in the basic plan"),
        "data retention in the basic plan",
    ),
    (
        ("how do I claim MDF?", "which one of the pumps is made for sea water"),
        "which one of the pumps is made for sea water",
    ),
    (
        ("how do I claim MDF?", "are there any pumps with 40 bar?"),
        "are there any pumps with 40 bar?",
    ),
    (
        (
            "how do I claim MDF?",
            "can that customer service number be called from abroad on a sunday in august?",
        ),
        "can that customer service number be called from abroad on a sunday in august?",
    ),
    (("does the RX7 fit a 2 m rider?", "do you deliver to Norway?"), "do you deliver to Norway?"),
    (
        ("does the RX7 fit a 2 m rider?", "which bikes come with a motor"),
        "which bikes come with a motor",
    ),
    (("does the RX7 fit a 2 m rider?", "how are gears adjusted"), "how are gears adjusted"),
    (
        ("wie schwer ist der ZF-150?", "Wie melde ich ein Projekt an?"),
        "Wie melde ich ein Projekt an?",
    ),
    (
        ("wie schwer ist der ZF-150?", "neue Frage: wo bekomme ich eine RMA-Nummer?"),
        "wo bekomme ich eine RMA-Nummer?",
    ),
    (
        ("wie schwer ist der ZF-150?", "ist es möglich, geöffnete Ware zurückzugeben?"),
        "ist es möglich, geöffnete Ware zurückzugeben?",
    ),
    (
        ("quel est le poids du AX-200 ?", "Comment enregistrer une affaire ?"),
        "Comment enregistrer une affaire ?",
    ),
    (
        ("quel est le poids du AX-200 ?", "est-il possible de retourner un produit ouvert ?"),
        "est-il possible de retourner un produit ouvert ?",
    ),
    (
        ("¿cuál es el peso del AX-200?", "¿Cómo registro una oportunidad?"),
        "¿Cómo registro una oportunidad?",
    ),
    (
        ("qual è il peso dell'AX-200?", "Come registro una trattativa?"),
        "Come registro una trattativa?",
    ),
)

PARTS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("Where is data stored, and how is it encrypted?",), ("Where is data stored?", "How is it encrypted (data stored)?")),
    (("price for 100 AX-200 and what's the lead time?",), ("price for 100 AX-200?", "What's the lead time of the AX-200?")),
    (("1. price of 20 AX-200 2. lead time",), ("price of 20 AX-200", "Lead time of the AX-200?")),
    (("I need a quote for 30 AX-400. Also, where is the data stored?",), ("I need a quote for 30 AX-400.", "where is the data stored?")),
    (("what's the weight of the AX-200 and how long is the warranty?",), ("what's the weight of the AX-200?", "How long is the warranty of the AX-200?")),
    (("Does the ZF-450 cool? How loud is it?",), ("Does the ZF-450 cool?", "How loud is the ZF-450?")),
    (("what is MDF and how do I claim it?",), ("what is MDF?", "How do I claim MDF?")),
    (("weight of the AX-200", "does it have wifi? and what about the AX-400?"), ("Does the AX-200 have wifi?", "Does the AX-400 have wifi?")),
    (("weight of the AX-200", "How do I claim MDF? And where do I send orders?"), ("How do I claim MDF?", "where do I send orders?")),
    (("1. what is the restocking fee? 2. who pays carriage?",), ("what is the restocking fee?", "who pays carriage?")),
    (("- how heavy is the RX7?\n- does it have lights?",), ("how heavy is the RX7?", "Does the RX7 have lights?")),
)  # fmt: skip
NOT_PARTED = (
    "Customer has a freezer of 500 square metres. Which sensor should I offer?",
    "weight and power of the AX-200?",
    "do you know how long the warranty is and what it covers",
    "if a gateway fails, who pays and how long does it take?",
    "when and how is the rebate paid?",
    "can I combine MDF and a promotion?",
    "what do I say when a customer asks why we are expensive and what we do about it",
)

ASKED_BACK: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("weight of the AX-200", "what about the smaller one?"), ("AX-200-B", "AX-200-LTE", "AX-40", "AX-400", "AX-400-PRO")),
    (("weight of the AX-200", "and the pro version?"), ("AX-400-PRO",)),
    (("does Harbourline CRM Essentials have SSO", "and the enterprise edition?"), ("HL-DSK-EN",)),
)  # fmt: skip
