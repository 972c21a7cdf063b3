`probe()` in `[=Resource]Work`: put a small call there, or an outage looks like health
