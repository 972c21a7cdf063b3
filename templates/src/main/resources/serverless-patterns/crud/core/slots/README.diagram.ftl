[#if (storageFirst == "none" && circuitBreaker == "false") || storageFirst == "iot"]
    client([Client])
    api[API Gateway<br/>validate, throttle]
[/#if]
[#if storageFirst == "s3"]
    client -->|/[=resourcePath], /[=resourcePath]/id, [=slot("README.caller")?trim]| crudApi[API Gateway<br/>validate, throttle]
    crudApi -->|StartSyncExecution| crud{{Step Functions, Express<br/>method and resource?}}
[#else]
    client -->|/[=resourcePath], /[=resourcePath]/id, [=slot("README.caller")?trim]| api
    api -->|StartSyncExecution| crud{{Step Functions, Express<br/>method and resource?}}
[/#if]
