A serverless application on AWS: **storage-first**. `POST /[=slot("request-path")]` stores a request in S3 and answers `202`; [=slot("README.worker")?trim] works on it afterwards.

- The request is stored by API Gateway itself. No code runs before it is safe, so no bug, deployment or cold start can lose it.
- Bodies of any type up to 10 MB, byte for byte: JSON, images, archives. The work queue holds pointers to them.
- The answer is `202` if and only if S3 has the object. Everything else is an error that the client may retry.
[=slot("README.outage")]- An `Idempotency-Key` travels from the client to the work: a repeated request is stored again, [#if slot("work")?has_content]but worked on once[#else]and the work knows it by that[/#if].
