A serverless application on AWS: **storage-first**. `POST /[=slot("request-path")]` stores a request in a Kinesis data stream and answers `202`; [=slot("README.worker")?trim] works on it afterwards, in order for each partition key.

- The request is stored by API Gateway itself. No code runs before it is safe, so no bug, deployment or cold start can lose it.
- The answer is `202` if and only if Kinesis has the record. Everything else is an error that the client may retry.
[=slot("README.outage")]- Requests with the same `Partition-Key` are worked on in the order in which they were stored; other programs may read the same stream.
- An `Idempotency-Key` travels from the client to the work: a repeated request is stored again, [#if slot("work")?has_content]but worked on once[#else]and the work knows it by that[/#if].
