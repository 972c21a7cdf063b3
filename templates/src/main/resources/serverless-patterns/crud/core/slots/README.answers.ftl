[#if storageFirst != "none" || circuitBreaker == "true"]

### CRUD

[/#if]
| Status | Meaning | Client |
|---|---|---|
| 200, 201, 204 | done; `ETag` and, for a new [=resource], `Location` | keep the `ETag` for the next change |
| 400 | body does not match the model; parameter or header not valid; too large | correct it |
[=slot("README.status")?trim]
| 404 | nothing with this id, or no such path[=slot("api-auth.unsigned")?trim] | |
| 405 | no such method; `Allow` has those there are | |
| 409 | a request with this `Idempotency-Key` is being worked on | retry after `Retry-After` seconds |
| 412 | changed since it was read | read it again, decide again |
| 413 | larger than 10 MB | send less |
| 415 | `Content-Type` is not `application/json` | correct it |
| 422 | valid JSON, but not what can be done; or an `Idempotency-Key` with another body than before | correct it |
| 428 | `If-Match` is missing (`*` stands for any version) | read it first |
| 429, 503 | throttled, or AWS does not answer | retry after `Retry-After` seconds, same key |
| 500, 504 | not known to have succeeded | `POST`: retry with the same key; else read first |

`GET /[=resourcePath]` answers with up to `limit` (1 to 100, else 20) `items`, the newest first, and with a `nextToken` where there may be more. The index behind it is some milliseconds late, so a new [=resource] may be missing there when `GET /[=resourcePath]/{id}` has it already.

An `Idempotency-Key` (1 to 80 characters of `A-Z a-z 0-9 _ -`) counts for 24 hours and for one caller ([=slot("README.same-caller")?trim]). Without one, a retry of the client creates another [=resource].
