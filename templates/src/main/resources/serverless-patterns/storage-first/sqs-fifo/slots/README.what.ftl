A serverless application on AWS: **storage-first, in order**. `POST /[=slot("request-path")]` stores a request in an SQS FIFO queue and answers `202`; [=slot("README.worker")?trim] works on it afterwards, and on the requests of one group in the order in which they were stored.

- The request is stored by API Gateway itself. No code runs before it is safe, so no bug, deployment or cold start can lose it.
- The answer is `202` if and only if SQS has the message. Everything else is an error that the client may retry.
- The header `Message-Group-Id` says what must stay in order, e.g. a customer. When one request fails, the later ones of its group wait behind it, and all other groups go on.
[=slot("README.outage")]- An `Idempotency-Key` travels from the client to the work: [#if slot("work")?has_content]a repeated request is worked on once. SQS drops repetitions for 5 minutes, the ledger knows them for 35 days[#else]SQS drops repetitions for 5 minutes, and the work knows later ones by it[/#if].
