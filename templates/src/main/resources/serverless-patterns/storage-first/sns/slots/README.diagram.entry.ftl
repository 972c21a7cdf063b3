    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|Publish| topic{{SNS topic}}
    topic -->|type = [=resource], raw| queue[(SQS<br/>work queue, 10 d)]
    topic -.->|other subscriptions| others([Others])
    topic -->|cannot be delivered| dead
    topic -.->|filtered out, undeliverable| alarms
