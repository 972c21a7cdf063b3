| Status | Meaning | Client |
|---|---|---|
| 200 | [=slot("circuit-api.done")?trim] | done |
| 400 | body does not match the model, or is larger than 200 KiB | correct it |
[=slot("README.status")?trim]
[=slot("README.refused")]| 422 | the service rejected the request; `message` says why | correct it |
| 429 | [=slot("circuit-api.throttled")?trim] | retry after `Retry-After` seconds, same key |
| 502, 504 | the service failed, or did not answer in time | [=slot("circuit-api.retry")?trim] |
| 503 | the circuit is open | retry after `Retry-After` seconds, same key |
| 500 | internal error | retry, same key |
