    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|StartSyncExecution| breaker[Step Functions<br/>circuit breaker]
