"""Hold the onboarding guide and the playbook for gold and platinum partners."""

ONBOARDING = """
# Onboarding guide for new partners

From signed contract to first order in 30 days.

## The five steps

1. Day 1: you receive your partner number and the name of your channel manager.
2. Within 2 working days: portal accounts for up to 10 people. Send names to
   partners@tarnwick.example.
3. Within 10 days: the first rep passes Tarnwick Sales Associate (TSA), 2 hours online, free.
4. Within 20 days: the first technician passes Tarnwick Technical Engineer (TTE), 2 days in Utrecht,
   Winterthur or Columbus, 480 euros a person, free for the first one.
5. Within 30 days: joint call with your channel manager about your first three customers.

## Tiers and what they ask for

| Tier | Purchases a year | TSA | TTE | Business plan |
| Silver | 40,000 | 1 | 1 | no |
| Gold | 250,000 | 2 | 2 | yearly |
| Platinum | 900,000 | 4 | 4 | every half year |

Purchases are in the partner's own currency. Tiers are reviewed every January; a partner that misses
its target keeps its tier for six months of grace.

## Ordering

Send orders to orders@tarnwick.example or by EDI. There is no minimum order; below 250 (EUR, USD or
CHF) a handling fee of 15 is added. New partners have a credit limit of 25,000; payment is due in 30
days. Orders in by 14:00 local time are confirmed on the same day.

## Certificates

TSA is valid for 24 months, TTE for 36 months. Somebody who fails may try again after 7 days; the
third attempt costs 120 euros.

## Use of the name

Silver partners may call themselves "Tarnwick Partner", gold partners "Tarnwick Gold Partner" and
platinum partners "Tarnwick Platinum Partner". The logo is in the brand kit in the portal.
"""

PLAYBOOK = """\
# Playbook for gold and platinum partners

Not for silver partners. What your tier gives you beyond the price.

## Not-for-resale units

Once a calendar year you may order a demo set of 2 gateways and 10 sensors at 55 % off list. Order
with the code NFR on the order form. The units must not be sold for 12 months.

## Loan pool

Three AX-400 Pro pairs and 100 sensors stand ready in Utrecht for customers' trials. A loan is for 30
days, carriage one way is ours. Book 10 working days ahead with loans@tarnwick.example.

## Your own pre-sales engineer

Gold partners get 4 hours of a named pre-sales engineer a month, platinum partners 16 hours. Unused
hours do not carry over.

## Advance replacement

Faulty gateways under warranty are replaced in advance: the new unit leaves within one working day,
the old one has to be back within 21 days.

## Leads from Tarnwick

Leads from our own marketing go to gold and platinum partners only, by postal code, in turn. Report
back within 3 working days or the lead goes to the next partner.

## Price protection

When a list price falls, stock bought in the 60 days before is credited with the difference, at most
40 units of a product.
"""

ROADMAP = """\
# Roadmap 2027 - platinum partners only

Under your non-disclosure agreement. Dates may move; nothing here is a promise to a customer.

## Gateways

- AX-600 (working name Nightjar): eight cores, 1,024 sensors, second quarter of 2027.
- North American certification of the AX-200-LTE: applied for, expected in March 2027.
- AX-200 hardware revision C with USB-C console: January 2027, same part number.

## Sensors

- TS-10 successor with 8 years of battery life: fourth quarter of 2027.
- CO2 sensor, model name open: prototypes for platinum partners in June 2027.

## Watchline

- Forecast of compressor failures from vibration data: beta in February 2027, Enterprise only.
- Portuguese and Polish user interface: April 2027.
- Write access to the REST interface for Pro: not planned.

## How to join a beta

Tell your channel manager by 2026-12-18. At most ten partners take part; each names one customer.
"""
