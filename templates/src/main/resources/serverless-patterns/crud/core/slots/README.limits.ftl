[#if storageFirst != "none" || circuitBreaker == "true"]

### CRUD

[/#if]
- 262,144 bytes for a request or an answer with its envelope (Step Functions); [=(featureFlags == "true")?then(crud == "router", true)?then((featureFlags == "true")?then(26, 25), 24)] seconds for an execution (`TimeoutSeconds`), 29 for API Gateway.
- All [=resources] are in one list, hence in one partition of the index: 1,000 writes per second. `CrudTable` says what to do about it.
- Whoever may call the API may read and change every [=resource]. Where callers own what they create, the caller (`caller` in the input of the state machine) belongs into the keys of the table.
[#if storageFirst == "s3"]
- CRUD has an API of its own, for the same callers: that of the bucket takes every body as bytes, and a template that reads a body would get Base64. Both count for the limits of the account.
[/#if]
