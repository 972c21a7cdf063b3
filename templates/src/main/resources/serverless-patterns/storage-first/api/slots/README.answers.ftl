| Status | Meaning | Client |
|---|---|---|
[=slot("README.duplicate")]| 202 | stored | done |
| 400 | [=slot("README.invalid")?trim] | correct it |
[=slot("README.status")?trim]
[=slot("README.refused")]| 429 | throttled | retry after `Retry-After` seconds, same key |
| 500, 503, 504 | not known to be stored | retry, same key |
