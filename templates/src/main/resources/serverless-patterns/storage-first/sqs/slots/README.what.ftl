A serverless application on AWS: **storage-first**. `POST /[=slot("request-path")]` stores a request in SQS and answers `202`; [=slot("README.worker")?trim] works on it afterwards.

- The request is stored by API Gateway itself. No code runs before it is safe, so no bug, deployment or cold start can lose it.
- The answer is `202` if and only if SQS has the message. Everything else is an error that the client may retry.
[=slot("README.outage")]- An `Idempotency-Key` travels from the client to the work: a repeated request is stored again, [#if slot("work")?has_content]but worked on once[#else]and the work knows it by that[/#if].
