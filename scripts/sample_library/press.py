"""Hold what everybody may read: the press release and the company overview."""

RELEASE = """\
# Polar Freight puts 14 warehouses on Tarnwick gateways

Utrecht, 6 October 2026

Polar Freight, a logistics company for frozen food, has equipped all of its 14 warehouses with
gateways and sensors from Tarnwick Systems. 2,100 wireless sensors now report temperature and door
openings around the clock.

In the first 12 months spoilage fell by 38 percent. "We stopped walking around with clipboards," says
Marit Osei, head of quality at Polar Freight. "Nobody wants to go back."

The project was carried out by channel partners of Tarnwick in four countries and took seven months.

## About Tarnwick Systems

Tarnwick Systems makes edge gateways and wireless sensors for industry and the Watchline monitoring
service. It was founded in 2011, employs 240 people and sells only through partners.

Press contact: press@tarnwick.example
"""

OVERVIEW = """
# Tarnwick Systems at a glance

Tarnwick Systems B.V. makes edge gateways, wireless sensors and the monitoring service Watchline for
cold stores, plants and buildings.

## Figures

| Fact | Value |
| Founded | 2011, by Ilse Verhoeven and Tom Adeyemi |
| Head office | Utrecht, Netherlands |
| Other offices | Winterthur (Switzerland), Columbus, Ohio (United States) |
| People | 240 |
| Gateways in the field | 41,000 in 38 countries |
| Partners | 310 in 24 countries |
| Certificates | ISO 9001, ISO 27001 |

## What we make

- AX: edge gateways, from one room to 512 sensors
- TS, HS, DS and VS: wireless sensors for temperature, humidity, doors and vibration
- Watchline: alarms, history and reports, by subscription

## How to buy

Tarnwick sells only through partners. Write to hello@tarnwick.example and a partner near you calls
back within 2 working days.

## How to become a partner

Apply at partners@tarnwick.example. There is no fee. You need one trained salesperson and one trained
technician within the first 20 days.
"""
