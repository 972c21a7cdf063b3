    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|SendMessage| queue[(SQS FIFO<br/>work queue, 10 d)]
