"""Hold the datasheet of the wireless sensors and of the AX-40."""

SENSORS = """
# Wireless sensors and the AX-40

All sensors speak Tarnwick Mesh, encrypted with AES-128, in the 868 MHz band (Europe, Switzerland) or
the 915 MHz band (North America). Range is 300 m in the open and about 40 m inside a cold store.

## Temperature sensors

| Property | TS-10 | TS-10-X | TS-100 |
| Use | rooms, chillers | deep freeze | cryogenic tanks |
| Range | -30 to +60 °C | -60 to +85 °C | -200 to +150 °C |
| Accuracy | ±0.3 °C | ±0.3 °C | ±0.15 °C |
| Probe | built in | built in | PT100 on a 3 m cable |
| Battery life at a reading every 10 minutes | 5 years | 4 years | 3 years |
| Protection | IP67 | IP67 | IP65 |
| EN 12830 | yes | yes | no |

The battery of the TS-10 and the TS-10-X can be replaced; the TS-100 takes two AA lithium cells.

## Other sensors

| Property | HS-12 | DS-5 | VS-30 |
| Measures | humidity and temperature | door open or closed | vibration, three axes |
| Range | 0 to 100 % RH, -20 to +60 °C | magnet up to 20 mm away | 2 Hz to 3 kHz |
| Accuracy | ±2 % RH | not applicable | ±5 % |
| Battery life | 4 years | 7 years | 2 years |
| Protection | IP65 | IP65 | IP67 |

---

## Buffer in the sensor

Every TS and HS sensor keeps its last 2,000 readings and hands them over when the radio link is back.
DS-5 keeps 500 events. VS-30 keeps none.

## Calibration

Sensors leave the factory with a three-point test report. An ISO 17025 certificate (SVC-CAL) takes 10
working days and is valid for 12 months. VS-30 and DS-5 are not calibrated.

## AX-40 compact gateway

| Property | AX-40 |
| Processor | Single core, 600 MHz |
| Memory / storage | 512 MB / 4 GB |
| Ethernet | 1 x 100 Mbit/s |
| Serial ports | 1 x RS-485 |
| Wireless sensors | up to 16 |
| Local buffer at one reading a minute | 7 days |
| Operating temperature | 0 to +50 °C |
| Power, typical | 3 W |

The AX-40 is meant for one small room. It does not speak OPC UA and must not be mounted inside a
cold room.
"""
