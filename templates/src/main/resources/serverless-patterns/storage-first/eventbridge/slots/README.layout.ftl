| `events/` | A sample request[=slot("README.layout.event")?chop_linebreak] |
| `scripts/replay.sh` | Replays requests from the archive |
