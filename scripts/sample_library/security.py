"""Hold the security FAQ."""

FAQ = """\
# Security FAQ

For customers' IT departments. May be forwarded.

## Where is the data stored?

The customer picks the region when the tenant is made: Frankfurt (EU), Zurich (Switzerland) or
Columbus (United States). It cannot be moved later without a new tenant. Nothing is copied between
regions, backups included.

## Which ports have to be opened?

None inbound. The gateway opens one outbound connection: MQTT over TLS on port 8883. Where only web
traffic is allowed, it can be set to WebSockets on port 443. Time comes from NTP, port 123, or from
the customer's own time server.

## How is data encrypted?

TLS 1.3 on the way, AES-256 at rest. Sensor radio is AES-128 with a key per site.

## How is firmware protected?

Firmware is signed; a gateway refuses an unsigned image. Critical vulnerabilities are patched within
7 days, high ones within 30 days. Gateways get security updates for 5 years after the last sale; the
AX-100 gets them until 2031-06-30.

## Do you have certificates?

ISO 27001 since 2019 and ISO 9001 since 2014. There is a SOC 2 Type II report for the Columbus region
only. The AX-400 Pro is certified to IEC 62443-4-2, security level 2.

## How often is the service tested?

An outside firm does a penetration test every year; the last one ended in May 2026 with no critical
finding. The summary is available under a non-disclosure agreement, the full report is not given out.

## Can we use our own accounts?

Watchline Pro and Enterprise support SAML 2.0 and OpenID Connect. Two-factor sign-in is available in
every plan and can be made compulsory.

## How long is data kept, and what happens at the end?

Basic keeps 13 months, Pro 36 months, Enterprise 7 years. After the end of a subscription data can be
exported as CSV or Parquet for 60 days, then it is deleted within 30 days.

## Who at Tarnwick can see our data?

Support staff, only after the customer grants access for at most 72 hours. Each access is in the
customer's log.

## How are incidents reported?

Customers hear of an incident that touches their data within 24 hours. Reports about vulnerabilities
go to security@tarnwick.example and are answered within 72 hours.
"""
