"""Hold the rebate programme, the MDF rules and deal registration."""

REBATE = """
# Rebate programme 2026

Valid for all partners of the Tarnwick Alliance from 2026-01-01 to 2026-12-31. The programme for 2027
is published in December 2026.

## Quarterly rebate

The rebate is paid on the net value of hardware invoiced in a calendar quarter, from the first euro
once the threshold is reached.

| Tier | Threshold a quarter | Rebate |
| Silver | 50,000 euros | 2 % |
| Gold | 120,000 euros | 3 % |
| Platinum | 300,000 euros | 5 % |

For North America and Switzerland the thresholds are the same figures in US dollars and Swiss francs.

## Watchline bonus

A subscription of 36 months earns 1.5 % of its net value on top, in every tier and without a
threshold. Terms of 12 and 24 months earn no bonus.

## Growth bonus

A partner whose hardware purchases in 2026 exceed those of 2025 by more than 20 % receives 1 % of the
whole year's hardware value. It is paid once, in March 2027.

## What does not count

- Services and calibration
- Orders under a promotion code
- Not-for-resale units
- Invoices that are paid more than 15 days late

## How it is paid

1. Tarnwick sends a statement within 10 working days of the quarter's end.
2. The partner objects within 30 days; afterwards the statement stands.
3. The rebate is paid as a credit note within 45 days of the quarter's end. It is not paid in cash.

## Sales incentive for reps

A rep who closes a first order of 5 or more AX-400 Pro for a new customer receives a 250 euro voucher.
Claim it in the portal within 60 days of the invoice. One voucher a customer, at most eight a rep and
year.
"""

MDF = """
# Market development funds: the rules

Market development funds (MDF) pay a share of what a partner spends to win customers for Tarnwick
products.

## Who gets how much

| Tier | Accrued from net hardware purchases | Share of an activity paid | Cap per activity |
| Silver | none; up to 2,000 a year on proposal | 50 % | 1,000 |
| Gold | 1.0 % | 50 % | 8,000 |
| Platinum | 1.5 % | 60 % | 20,000 |

Amounts are in the partner's own currency. Funds accrue each half year and lapse 12 months after they
were accrued.

## Activities

| Activity | Paid | Proof |
| Webinar | yes | list of those who attended, invitation |
| Trade fair stand | yes | photo of the stand, invoice of the fair |
| Online advertising | yes | report with clicks and spend |
| Customer event | yes | agenda, list of those who attended, photo |
| Telemarketing | yes, from 100 calls | call report |
| Travel, meals, alcohol, gifts | no | |
| Salaries of own staff | no | |

---

## How to apply

1. Apply in the partner portal at least 30 days before the activity.
2. Tarnwick answers within 5 working days. What was not approved beforehand is not paid.
3. Use the logo from the brand kit; it must be at least half the size of your own.
4. Claim within 45 days of the activity, with invoices and proof.
5. The money comes as a credit note within 30 days of a complete claim.

## Joint use

Two partners may share an activity; each applies for its own part. MDF and a distributor's funds can
be combined as long as no more than 100 % of the cost is paid.

## Leads

Leads from a funded activity are entered in the portal within 10 working days. A partner that enters
none twice in a row is barred from MDF for six months.
"""

DEAL_REGISTRATION = """\
# Deal registration

Whoever finds a project first and says so is protected.

## What it brings

An approved registration takes a further discount off your net price of everything on the
hardware price list:

| Tier | Further discount |
| --- | --- |
| Silver | 4 % |
| Gold | 6 % |
| Platinum | 8 % |

It is never combined with a promotion: choose one of the two. It does not apply to subscriptions
or to net prices agreed for one partner.

## Conditions

- The project is worth at least 15,000 (EUR, USD or CHF) at your net prices.
- The end customer is named, with a person to talk to and a need.
- You have spoken to the customer in the last 30 days.
- Nobody else has registered it. Public tenders cannot be registered once they are published.

## How it goes

1. Fill in the form in the portal under Deals > Register. Ten minutes are enough.
2. Your channel manager answers within 2 working days. No answer means not approved.
3. The registration protects you for 90 days. It can be extended once by 60 days, if you report
   progress before the first 90 days are over.
4. Put the registration number (DR- and six digits) on the order.

## When two partners want the same deal

The first complete registration counts, to the minute. The second partner is told that the project is
taken, but not by whom. A partner who loses a deal to a customer's own choice keeps nothing; a
registration cannot be handed on to another partner.

## When it lapses

It lapses after 90 days without an order, when the customer says in writing that it wants another
partner, or when the details turn out to be wrong.
"""
