| `events/new-[=resource].json` | A sample body |
