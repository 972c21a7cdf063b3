A serverless application on AWS: **storage-first**. `POST /[=slot("request-path")]` stores a request in DynamoDB and answers `202`; [=slot("README.worker")?trim] works on it afterwards.

- The request is stored by API Gateway itself. No code runs before it is safe, so no bug, deployment or cold start can lose it.
- The answer is `202` if and only if the table has the request now, and `200` with `"duplicate": true` if it had one with this `Idempotency-Key` before. Everything else is an error that the client may retry.
- The table is the ledger, too: a row is a request and what became of it. It stays for 25 days after a worker took it, and for ever while none has.
- New rows reach the work queue by the table's stream and a pipe. What gets lost on that way is found by a sweeper and queued again.
[=slot("README.outage")]