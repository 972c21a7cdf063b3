A serverless application on AWS: **storage-first**. `POST /[=slot("request-path")]` puts a request on an archived event bus (Amazon EventBridge) and answers `202`; [=slot("README.worker")?trim] works on it afterwards.

- The request is put there by API Gateway itself. No code runs before it is safe, so no bug, deployment or cold start can lose it.
- The answer is `202` if and only if EventBridge took the event and gave it an id. EventBridge also answers 200 to what it did not take (`FailedEntryCount`): that is an error here, which the client may retry.
- A bus keeps nothing. What keeps the request is the work queue behind its rule, for 10 days, and the archive beside it, for 14: a replay brings requests back that were worked on by a faulty function.
- Other applications may add rules of their own to the bus and get the same requests.
[=slot("README.outage")]- An `Idempotency-Key` travels from the client to the work: a repeated request is stored again, [#if slot("work")?has_content]but worked on once[#else]and the work knows it by that[/#if].
