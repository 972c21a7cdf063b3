A serverless application on AWS: **storage-first, with fan-out**. `POST /[=slot("request-path")]` publishes a request to an SNS topic and answers `202`; the topic puts it into an SQS queue, and [=slot("README.worker")?trim] works on it afterwards. Others may subscribe to the same topic.

- The request is published by API Gateway itself. No code runs before it is safe, so no bug, deployment or cold start can lose it.
- A topic stores nothing that can be read again. What stores the request is the work queue, which subscribes with raw delivery, so that body and message attributes arrive as they were published. The subscription is there before the API answers its first request.
- The answer is `202` if and only if SNS has accepted the message, and nothing that it accepts is too large for the queue. Everything else is an error that the client may retry.
[=slot("README.outage")]- An `Idempotency-Key` travels from the client to the work: a repeated request is stored again, [#if slot("work")?has_content]but worked on once[#else]and the work knows it by that[/#if].
