"""Make the sample library: every document of one invented vendor, Tarnwick Systems.

Run it from the root of the repository, naming the folder to write into:

    python -m scripts.sample_library library

It writes only into that folder and is deterministic: two runs give the same bytes, because
timestamps are fixed and nothing is compressed. A file it no longer makes is not removed.

`*_file.py` are the writers, one per format. `blocks.py` reads the Markdown-ish text that the
other modules hold as data. `documents.py` says which file is made from what. To change a
document, change its module, run the script, and commit both.

The vendor sells edge gateways (AX), wireless sensors (TS, HS, DS, VS), I/O modules, accessories,
services, and the Watchline monitoring subscription, through partners in EMEA (EUR), North America
(USD) and Switzerland (CHF). Prices of one product differ by region, band, tier and day on purpose;
facts do not contradict each other anywhere.
"""
