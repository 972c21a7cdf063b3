| `openapi.json` | The API[#if storageFirst == "s3"] of `/[=resourcePath]`[/#if], OpenAPI 3 |
| `events/new-[=resource].json` | A sample body |
