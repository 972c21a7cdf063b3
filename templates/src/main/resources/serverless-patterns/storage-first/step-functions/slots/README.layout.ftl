| `events/` | A sample request[=slot("README.layout.event")?chop_linebreak] |
