[#if storageFirst != "none" || circuitBreaker == "true"]

### CRUD

[/#if]
**Alarm `CrudFailed` or `CrudTimedOut`: an execution ended without an answer,** and the client was told 500 or 504. It is a bug, or a permission is missing: what is known to happen has an answer of its own. The log of the state machine names the state and the error, but no data:

```sh
aws logs filter-log-events --log-group-name /aws/vendedlogs/states/[=stackName]-dev-crud \
  --filter-pattern '{ $.type = "ExecutionFailed" || $.type = "TaskFailed" || $.type = "ExecutionTimedOut" }'
```

The execution has the name of the request (`x-request-id`, `requestId` in the body). In the console of Step Functions an Express execution is found under *Monitoring* by that name.

**Alarm `ServerErrors`: five answers of 5xx in a minute.** With no failed execution, it is Step Functions or DynamoDB that throttles or does not answer (503), or a call that hangs (504). The access log of the API has status and request id of each.
