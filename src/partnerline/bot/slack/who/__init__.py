"""Who somebody is in Slack, who reads along, and who may act for the vendor."""
