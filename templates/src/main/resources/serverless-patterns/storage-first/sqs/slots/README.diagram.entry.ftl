    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|SendMessage| queue[(SQS<br/>work queue, 10 d)]
