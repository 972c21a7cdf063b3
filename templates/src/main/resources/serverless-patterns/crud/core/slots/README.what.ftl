[#if storageFirst != "none" || circuitBreaker == "true"]

**Step Functions CRUD** beside it:[#else]A serverless application on AWS: **Step Functions CRUD**.[/#if] `POST` and `GET /[=resourcePath]`, `GET`, `PUT` and `DELETE /[=resourcePath]/{id}` each start an Express state machine, which answers the request. All that can happen to a request can be seen in one picture, the state machine.

- Every answer says what happened, by its status and headers; `openapi.json` describes them, and the tests compare it with the deployed API and with each answer that they get.
- A `POST` that is repeated with its `Idempotency-Key` creates nothing twice and is answered as the first one was.
- Two who change the same [=resource] cannot overwrite each other: `PUT` and `DELETE` want the `ETag` that was read, in `If-Match`.
- One query reads a page of the list. Nothing scans.
