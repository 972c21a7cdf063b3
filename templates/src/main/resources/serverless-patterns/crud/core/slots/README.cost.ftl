[#if storageFirst != "none" || circuitBreaker == "true"]

### CRUD

[/#if]
For a million requests of 1 KiB in us-east-1, without free tier; look up your region's prices.

| | US$ |
|---|---|
| API Gateway, REST | 3.50 |
| Step Functions, Express, [=slot("crud.executions")?trim] for each request, 100 ms with 64 MB | [=slot("crud.executions.price")?trim] |
[=slot("README.cost.task")]| DynamoDB on demand: a `GET` 0.13 (a page of 20: 2.50); a `PUT` or `DELETE` 1.25 (table and index); a `POST` 3.10 (a transaction of two rows) | 0.13 to 3.10 |
| Logs, about 6 KiB for each request (every step is logged) | 3.00 |

Idle, there remain the alarms (3 × 0.10 a month) and what the table holds.
