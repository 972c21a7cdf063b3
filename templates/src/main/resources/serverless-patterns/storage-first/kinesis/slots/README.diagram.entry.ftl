    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|PutRecord| stream[(Kinesis<br/>data stream, 7 d)]
