| `openapi.json` | The API of `/[=resourcePath]`, OpenAPI 3 |
| `events/new-[=resource].json` | A sample body |
