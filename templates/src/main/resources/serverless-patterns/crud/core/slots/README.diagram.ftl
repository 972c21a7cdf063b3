[#if (storageFirst == "none" && circuitBreaker == "false") || storageFirst == "iot"]
    client([Client])
    api[API Gateway<br/>validate, throttle]
[/#if]
    client -->|/[=resourcePath], /[=resourcePath]/id, [=slot("README.caller")?trim]| api
    api -->|StartSyncExecution| crud{{Step Functions, Express<br/>method and resource?}}
