"""Hold the two YAML files at the library's root: what each document is, and who asks."""

LIBRARY = """\
# What the files cannot say themselves. The first rule that matches a file wins.
vendor: Tarnwick Systems
documents:
  - match: "internal/**"
    kind: collateral
    audience: {partners: []}
  - match: "price-lists/hardware-emea-2026-h1.xlsx"
    kind: price_list
    audience: {regions: [EMEA]}
    valid_from: 2026-01-01
    valid_until: 2026-06-30
  - match: "price-lists/hardware-emea-*.xlsx"
    kind: price_list
    audience: {regions: [EMEA]}
    valid_from: 2026-07-01
  - match: "price-lists/hardware-na-*.xlsx"
    kind: price_list
    audience: {regions: [NA]}
    valid_from: 2026-07-01
  - match: "price-lists/hardware-ch-*.csv"
    kind: price_list
    audience: {regions: [CH]}
    valid_from: 2026-01-01
  - match: "price-lists/subscriptions-emea-*.xlsx"
    kind: price_list
    audience: {regions: [EMEA]}
    valid_from: 2026-07-01
  - match: "price-lists/subscriptions-na-*.csv"
    kind: price_list
    audience: {regions: [NA]}
    valid_from: 2026-07-01
  - match: "price-lists/nordwind-*.xlsx"
    kind: price_list
    prices: net
    audience: {partners: [nordwind]}
    valid_from: 2026-04-01
  - match: "promotions/**"
    kind: promotions
  - match: "objections/**"
    kind: objections
  - match: "programme/gold-platinum-*"
    kind: program
    audience: {tiers: [gold, platinum]}
  - match: "programme/**"
    kind: program
  - match: "support/**"
    kind: program
  - match: "roadmap/**"
    kind: collateral
    audience: {tiers: [platinum]}
  - match: "press/**"
    kind: collateral
    public: true
  - match: "collateral/security-faq.md"
    kind: faq
  - match: "collateral/**"
    kind: collateral
  - match: "datasheets/**"
    kind: collateral
pricing:
  rounding: unit
  registered_deal:
    discount: {silver: 0.04, gold: 0.06, platinum: 0.08}
    price_lists: ["price-lists/hardware-*.xlsx", "price-lists/hardware-*.csv"]
"""

PARTNERS = """\
# Who may ask, and what they pay. Everybody else is a stranger.
partners:
  - id: acme
    name: Acme Resellers
    tier: gold
    region: EMEA
    currency: EUR
    discount: 0.20
    slack: {team_ids: [T0ACME], channels: [C0ACME]}
    email_domains: [acme.example]
    manager: dana@tarnwick.example
  - id: globex
    name: Globex Automation
    tier: silver
    region: EMEA
    currency: EUR
    discount: 0.12
    slack: {team_ids: [T0GLOBEX], channels: [C0GLOBEX]}
    email_domains: [globex.example]
    manager: dana@tarnwick.example
  - id: nordwind
    name: Nordwind Kältetechnik
    tier: platinum
    region: EMEA
    currency: EUR
    discount: 0.28
    slack: {team_ids: [T0NORDWIND], channels: [C0NORDWIND]}
    email_domains: [nordwind.example]
    manager: dana@tarnwick.example
  - id: redmesa
    name: Red Mesa Controls
    tier: silver
    region: NA
    currency: USD
    discount: 0.10
    slack: {team_ids: [T0REDMESA], channels: [C0REDMESA]}
    email_domains: [redmesa.example]
    manager: miguel@tarnwick.example
  - id: lakeshore
    name: Lakeshore Industrial Supply
    tier: platinum
    region: NA
    currency: USD
    discount: 0.25
    slack: {team_ids: [T0LAKESHORE], channels: [C0LAKESHORE]}
    email_domains: [lakeshore.example]
    manager: miguel@tarnwick.example
  - id: alpstein
    name: Alpstein Gebäudetechnik
    tier: gold
    region: CH
    currency: CHF
    discount: 0.18
    slack: {team_ids: [T0ALPSTEIN], channels: [C0ALPSTEIN]}
    email_domains: [alpstein.example]
    manager: lena@tarnwick.example
managers:
  - email: dana@tarnwick.example
    slack_user: U0DANA
    partners: [acme, globex, nordwind]
    topics: [program, objections]
    hours: {days: mon-fri, from: "08:30", to: "17:30", zone: Europe/Berlin}
    fallback: true
  - email: miguel@tarnwick.example
    slack_user: U0MIGUEL
    partners: [redmesa, lakeshore]
    topics: [product]
    hours: {days: mon-fri, from: "08:00", to: "17:00", zone: America/Chicago, holidays: [2026-11-26]}
  - email: lena@tarnwick.example
    slack_user: U0LENA
    partners: [alpstein]
    topics: [pricing, promotions]
    hours: {days: [mon, tue, wed, thu], from: "08:00", to: "17:00", zone: Europe/Zurich}
# What reps are promised, in their manager's working hours: the first deadline that fits counts.
escalation:
  deadlines:
    - {topics: [pricing, promotions], tiers: [platinum], hours: 2}
    - {topics: [pricing, promotions], hours: 4}
    - {hours: 8}
  remind_after: 0.5
  close_after: 8
  holidays: [2026-12-25, 2027-01-01]
"""
