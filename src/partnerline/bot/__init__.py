"""Everything a person or a process touches: Slack, the console, the command line, and where it is all put together."""
