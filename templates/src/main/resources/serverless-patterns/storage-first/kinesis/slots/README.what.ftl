A serverless application on AWS: **storage-first**. `POST /[=slot("request-path")]` stores a request in a Kinesis data stream and answers `202`; [=slot("README.worker")?trim] works on it afterwards[#if !slot("stream.queue")?has_content], in order for each partition key[/#if].

- The request is stored by API Gateway itself. No code runs before it is safe, so no bug, deployment or cold start can lose it.
- The answer is `202` if and only if Kinesis has the record. Everything else is an error that the client may retry.
[#if slot("stream.queue")?has_content]
[=slot("README.outage")]- Other programs may read the same stream, in order for each `Partition-Key`. The work keeps no order.
[#else]
[=slot("README.outage")]- Requests with the same `Partition-Key` are worked on in the order in which they were stored; other programs may read the same stream.
[/#if]
- An `Idempotency-Key` travels from the client to the work: a repeated request is stored again, [#if slot("work")?has_content]but worked on once[#else]and the work knows it by that[/#if].
