    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    client -->|GET /[=slot("request-path")]/id| api
    api -->|StartExecution, DescribeExecution| breaker[Step Functions<br/>circuit breaker]
