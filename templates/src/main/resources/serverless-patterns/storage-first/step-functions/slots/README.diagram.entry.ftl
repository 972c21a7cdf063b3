    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|StartExecution| machine[(Step Functions<br/>Standard, input kept)]
