"""Hold the warranty and returns rules and the support levels."""

RETURNS = """\
RETURNS (RMA) AND WARRANTY
Tarnwick Systems, edition of July 2026

1. WARRANTY PERIODS

Gateways AX-40, AX-200, AX-200-B, AX-200-LTE, AX-400: 36 months
Gateway AX-400 Pro: 60 months
Sensors and input/output modules: 24 months
Power supplies, antennas, brackets: 12 months
Batteries, including the one built into the AX-200-B: 12 months

The period starts on the day of our invoice to the partner. It cannot be extended. Lightning, water
inside an IP30 housing and opened seals are not covered.

2. DEFECTIVE GOODS

Ask for an RMA number at rma@tarnwick.example with the serial number and a description of the fault.
The number is valid for 21 days. Goods without a number are refused at the gate.
Repair or exchange takes 10 working days from arrival. Carriage to us is paid by the partner, carriage
back by us.

3. DEAD ON ARRIVAL

A unit that does not work within 14 days of delivery is exchanged for a new one at once, carriage paid
both ways. After 14 days it is a warranty case.

4. GOODS ORDERED BY MISTAKE

Unopened goods may be returned within 30 days of delivery for a restocking fee of 15 percent of the
invoice value. Opened goods, AX-400-EX, calibrated sensors and subscriptions are not taken back.

5. OUT OF WARRANTY

Repairs are charged at a flat 190 euros for a gateway. Sensors are not repaired. Spare parts are kept
for 7 years after the last sale.

6. DISPOSAL

Old units are taken back free of charge at Utrecht, Winterthur and Columbus. Put the batteries in a
separate box.
"""

SLA = """
# Support and service levels

## Support plans

| Plan | Hours | First answer, priority 1 | Priority 2 | Priority 3 | Included with |
| Standard | Mon-Fri 8:00-18:00 | 8 business hours | 2 business days | 5 business days | all hardware |
| Premium | Mon-Sun 6:00-22:00 | 2 hours | 8 hours | 3 business days | Watchline Pro |
| Critical | round the clock | 30 minutes | 4 hours | 2 business days | Watchline Enterprise |

Hours are local time of the customer's region. Watchline Basic comes with Standard.

## Priorities

- Priority 1: readings are lost or alarms do not go out.
- Priority 2: a function fails, but nothing is lost.
- Priority 3: questions and wishes.

Priority 1 is opened by telephone only; an e-mail is never treated as priority 1.

## Who calls whom

The end customer calls the partner first. The partner's certified engineer (TTE) opens the case in the
portal. Cases from somebody without TTE are accepted but start one priority lower.

## Availability of Watchline

| Plan | Availability a month | Credit below it | Credit below 99 % |
| Basic | 99.5 % | none | 10 % of the month's fee |
| Pro | 99.9 % | 5 % of the month's fee | 25 % of the month's fee |
| Enterprise | 99.95 % | 10 % of the month's fee | 50 % of the month's fee |

Credits are claimed within 30 days. Maintenance on the first Sunday of a month, 2:00 to 5:00, does not
count.

## Delivery

Up to 50 gateways leave Utrecht within 5 working days of the order, sensors up to 500 pieces within 3
working days. Larger orders come in parts. AX-400-EX takes 14 weeks. From Columbus add 2 working days
for everything.

## Escalation

When a priority 1 case has no progress after 4 hours, call the duty manager; the number is in the
portal under Support > Duty.
"""
