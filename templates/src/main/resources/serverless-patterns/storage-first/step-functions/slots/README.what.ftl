A serverless application on AWS: **storage-first**. `POST /[=slot("request-path")]` starts a Step Functions execution, with the request as its input, and answers `202`; the execution has [=slot("README.worker")?trim] work on it afterwards.

- The request is stored by API Gateway itself. No code runs before it is safe, so no bug, deployment or cold start can lose it.
- The answer is `202` if and only if Step Functions has started the execution, and `200` if it had before. Everything else is an error that the client may retry.
[=slot("README.outage")]- An `Idempotency-Key` names the execution and travels to the work: a repeated request is neither stored nor worked on again.
- Every request can be seen, with each of its attempts, in the console of Step Functions.
