`POST`:

| Status | Meaning | Client |
|---|---|---|
| 200 | a request with this key was started before | ask for its status |
| 202 | started; `Location` is where its status is | ask for its status |
| 400 | body does not match the model, or is larger than 200 KiB | correct it |
[=slot("README.status")?trim]
[=slot("README.refused")]| 429 | throttled | retry after `Retry-After` seconds, same key |
| 500, 503 | not known to be started | retry, same key |

`GET` answers 200 with one of these, or 404 for an id that is unknown (also in the first moments after 202, and 90 days after the end):

| `status` | `reason` | Meaning | Client |
|---|---|---|---|
| `RUNNING` | | not done yet | ask again after `Retry-After` seconds |
| `SUCCEEDED` | | done; `result` is what the work wrote | done |
| `FAILED` | `REJECTED` | the work can never do it | correct it, another key |
| `FAILED` | `UNAVAILABLE` | the circuit was open | send it again later, another key |
| `FAILED` | `TIMEOUT`, `FAILED` | the work failed or took too long | send it again, another key |
