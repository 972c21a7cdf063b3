| Status | Meaning | Client |
|---|---|---|
| 202 | stored | done |
[#if lines("aws-error.duplicate")?has_content]
| 200 | a request with this key is stored already | done |
[/#if]
| 400 | [=slot("README.invalid")?trim] | correct it |
[=slot("README.status")?trim]
| 415 | `Content-Type` is not `application/json` | correct it |
| 429 | throttled | retry after `Retry-After` seconds, same key |
| 500, 503, 504 | not known to be stored | retry, same key |
