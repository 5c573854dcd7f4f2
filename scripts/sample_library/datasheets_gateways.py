"""Hold the datasheets of the AX-200 and AX-400 series."""

AX_200 = """
# AX-200 series edge gateways

The AX-200 series collects readings from wireless sensors and serial equipment, keeps them when the
network is down, and forwards them to Watchline or to a customer's own MQTT broker.

## Members of the series

- AX-200: the standard gateway for a single site with wired Ethernet.
- AX-200-B: the AX-200 with a built-in battery that carries it through a power failure.
- AX-200-LTE: the AX-200 with a mobile modem for sites without a usable network.

## Technical data

| Property | AX-200 | AX-200-B | AX-200-LTE |
| Processor | Dual core, 1.0 GHz | Dual core, 1.0 GHz | Dual core, 1.0 GHz |
| Memory / storage | 1 GB / 8 GB eMMC | 1 GB / 8 GB eMMC | 1 GB / 8 GB eMMC |
| Ethernet | 2 x 1 Gbit/s | 2 x 1 Gbit/s | 2 x 1 Gbit/s |
| Serial ports | 2 x RS-485, 1 x RS-232 | 2 x RS-485, 1 x RS-232 | 2 x RS-485 |
| Wireless sensors | up to 64 | up to 64 | up to 64 |
| Local buffer at one reading a minute | 30 days | 30 days | 30 days |
| Operating temperature | -25 to +60 °C | -20 to +50 °C | -25 to +60 °C |
| Supply | 9 to 36 V DC | 9 to 36 V DC | 9 to 36 V DC |
| Power, typical | 6 W | 7 W, 14 W while charging | 9 W |
| Weight | 620 g | 780 g | 650 g |
| Protection | IP30 | IP30 | IP30 |
| MTBF at 25 °C | 410,000 h | 365,000 h | 380,000 h |

---

## Battery backup (AX-200-B)

The lithium iron phosphate battery keeps the AX-200-B and its radio running for 4 hours at full
load. It is charged again in 3 hours. The battery is replaced without tools every 5 years; the spare
part is BAT-200. The AX-200 and the AX-200-LTE cannot be fitted with a battery afterwards.

## Mobile modem (AX-200-LTE)

| Property | Value |
| Standard | LTE Cat 4, with fallback to 3G |
| Bands | B1, B3, B7, B8, B20, B28 |
| SIM | two micro SIM slots with automatic switch-over |
| Antenna | two SMA sockets; order ANT-LTE-2M or ANT-LTE-5M separately |
| Certification | CE, UKCA; not certified for North America |

SIM cards and data plans are not part of the delivery.

## Protocols

Modbus RTU and TCP, OPC UA (client), MQTT 5, BACnet/IP (read only). Custom containers do not run on
the AX-200 series; they need an AX-400 or AX-400 Pro.

## In the box

Gateway, terminal blocks, DIN rail clip, quick start guide. The power supply is ordered separately;
PSU-24-60 feeds up to three gateways of this series.
"""

AX_400 = """
# AX-400 series edge gateways

For large sites, machine data and customers who run their own software at the edge.

## Members of the series

| Property | AX-400 | AX-400 Pro |
| Part number | AX-400 | AX-400-PRO |
| Processor | Quad core, 1.6 GHz | Quad core, 1.8 GHz |
| Memory | 4 GB | 8 GB |
| Storage | 32 GB eMMC | 128 GB SSD |
| Ethernet | 4 x 1 Gbit/s | 4 x 1 Gbit/s |
| Serial ports | 4 x RS-485 | 4 x RS-485 |
| Wireless sensors | up to 256 | up to 512 |
| Local buffer at one reading a minute | 90 days | 180 days |
| Custom containers | up to 4 | up to 12 |
| Operating temperature | -40 to +70 °C | -40 to +70 °C |
| Power supply inputs | one | two, redundant |
| Power, typical | 12 W | 18 W |
| Security chip | none | TPM 2.0 |
| Protection | IP30 | IP40 |
| Weight | 1.1 kg | 1.6 kg |

---

## Hot standby (AX-400 Pro only)

Two AX-400 Pro units form a pair. The second takes over within 5 seconds when the first one fails,
without a gap in the readings. Both units need the same firmware and one free Ethernet port each.

## Containers

Containers are OCI images for arm64. Each may use at most 512 MB of memory on the AX-400 and 1 GB on
the AX-400 Pro. Customers sign their images with their own key.

## AX-400-EX

The AX-400-EX is an AX-400 in an enclosure for explosive atmospheres, ATEX zone 2. It is built to
order for projects from 10 units; delivery takes 14 weeks.

## Certificates

| Certificate | AX-400 | AX-400 Pro | AX-400-EX |
| CE, UKCA | yes | yes | yes |
| FCC, ISED (North America) | yes | yes | no |
| IEC 62443-4-2 security level 2 | no | yes | no |
| ATEX zone 2 | no | no | yes |

## Accessories

Use PSU-24-120 for the AX-400 Pro; two of them where both supply inputs are to be redundant. The
AX-400 runs on PSU-24-60. IO-8 and IO-16 modules plug into the side; at most 4 modules a gateway.
"""
