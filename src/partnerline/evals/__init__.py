"""How good the answers are: cases, checks, measures, gates, reports, and the fit of confidence."""
