"""Hold the battlecard against two invented competitors."""

from scripts.sample_library.pptx_file import Slide

SLIDES = (
    Slide(
        title="Battlecard: gateways and monitoring",
        bullets=(
            "Tarnwick against Veltrax and Orrinova",
            "For partners, not for end customers",
            "Edition of September 2026",
        ),
        notes="Do not hand this deck to a customer. Tell the story, leave the slides.",
    ),
    Slide(
        title="Side by side",
        table=(
            ("Point", "Tarnwick AX-200", "Veltrax Gate 5", "Orrinova E2"),
            ("Sensors per gateway", "64", "32", "48"),
            ("Buffer without network", "30 days", "7 days", "24 hours"),
            ("Gateway warranty", "36 months", "24 months", "12 months"),
            ("Battery backup", "4 hours (AX-200-B)", "none", "external, 1 hour"),
            ("Data location", "EU, CH or US", "US only", "EU only"),
            ("Own MQTT broker", "yes", "extra licence", "no"),
        ),
        notes="Veltrax published these figures in its catalogue of May 2026.",
    ),
    Slide(
        title="Against Veltrax Gate 5",
        bullets=(
            "Street price is 15 to 20 percent below the AX-200",
            "Needs two gateways where one AX-200 is enough: 32 sensors against 64",
            "After a week without network readings are lost",
            "All data goes to the United States: a problem for pharma and public customers",
            "Trap question: where is the data when your line is down for ten days?",
        ),
        notes="Where they win: sites with fewer than 20 sensors and no compliance. Offer the AX-40"
        " when there are 16 sensors or fewer.",
    ),
    Slide(
        title="Against Orrinova E2",
        bullets=(
            "Dashboard is free for five users, then 0.90 euros per sensor and month",
            "Closed protocol: third-party sensors cannot be connected",
            "Sensor battery lasts 18 months, ours 4 to 5 years",
            "History is kept for 30 days only",
            "Trap question: who pays for changing 200 batteries every year and a half?",
        ),
        notes="Where they win: shops that want a free dashboard for a single fridge. Walk away below"
        " ten sensors.",
    ),
    Slide(
        title="Three sentences that win",
        bullets=(
            "Nothing is lost: 30 days of buffer in the gateway and 2,000 readings in the sensor",
            "Your data stays where your law says",
            "One gateway, 64 sensors, three years of warranty",
        ),
    ),
)
