"""Hold the industry brief on the cold chain and the comparison of products."""

COLD_CHAIN = """
# Industry brief: cold chain

For reps who sell to food logistics, supermarkets' distribution centres and pharma wholesalers.

## Why customers buy now

- Insurers ask for gapless temperature records: since January 2026 two of the five large cargo
  insurers refuse claims with a gap of more than 30 minutes.
- A spoiled trailer of frozen fish costs about 38,000 euros.
- Auditors no longer accept paper charts for EN 12830.

## Rules to know

| Rule | Who it concerns | What it asks for |
| EN 12830 | transport and storage of food | recorders tested to the standard, yearly check |
| HACCP | everybody who handles food | limits, alarms, proof of what was done |
| GDP (2013/C 343/01) | pharma wholesalers | mapping, calibrated sensors, audit trail |

TS-10 and TS-10-X are tested to EN 12830. For GDP sell calibrated sensors (SVC-CAL) and Watchline
Pro, because the audit trail is not part of Watchline Basic.

## A typical project

A distribution centre of 8,000 square metres needs 3 AX-200-B, 90 TS-10, 24 TS-10-X for the deep
freeze area and 18 DS-5 on the dock doors. Commissioning takes 2 days. The customer usually takes 6
Watchline Pro seats for 36 months.

## Reference: Polar Freight

Polar Freight runs 14 warehouses with 2,100 sensors. In the first 12 months spoilage fell by 38
percent and the project had paid for itself after 11 months. The reference may be named; a call with
the customer is arranged through your channel manager with 10 working days' notice.

## Questions that open the door

1. How do you prove to your insurer that there was no gap?
2. What happened in your last power failure?
3. Who reads the paper charts, and how long does it take?

## What not to promise

Do not promise that a gateway works inside a deep freeze room: mount it outside and let the sensors
inside. Do not promise that our system is a validated system under 21 CFR Part 11: it supports the
customer's validation, it does not replace it.
"""

COMPARISON = """
# Which gateway for whom

Pick by the number of sensors first, then by what happens when power or network fail.

| Gateway | Sensors | Buffer | Containers | Battery | Choose it when |
| AX-40 | 16 | 7 days | no | no | one small heated room |
| AX-200 | 64 | 30 days | no | no | a standard site with Ethernet |
| AX-200-B | 64 | 30 days | no | 4 hours | power fails or records may have no gap |
| AX-200-LTE | 64 | 30 days | no | no | there is no network on site (Europe only) |
| AX-400 | 256 | 90 days | 4 | no | large site or own software at the edge |
| AX-400 Pro | 512 | 180 days | 12 | no | no downtime allowed, IEC 62443 asked for |

## Watchline plans

| Feature | Basic | Pro | Enterprise |
| Sensors per seat | 10 | 50 | unlimited |
| Alarms | e-mail | e-mail, SMS, voice call | e-mail, SMS, voice call, pager |
| History | 13 months | 36 months | 7 years |
| Audit trail | no | yes | yes |
| Single sign-on | no | yes | yes |
| Interface (REST) | no | read only | read and write |
| Availability promised | 99.5 % | 99.9 % | 99.95 % |

## Frequent mix-ups

- AX-40 and AX-400 differ by one digit and by 240 sensors: read the part number back to the customer.
- TS-10-X is the deep-freeze sensor; TS-100 is the probe for liquid nitrogen.
- AX-200-B has the battery; AX-200-LTE does not. There is no model with both.
"""
