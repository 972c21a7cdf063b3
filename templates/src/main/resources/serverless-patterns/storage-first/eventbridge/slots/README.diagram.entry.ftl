    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|PutEvents| bus{{EventBridge bus}}
    bus -->|every event| archive[(Archive, 14 d)]
    archive -.->|replay.sh| bus
    bus -->|rule, tried for 24 h| queue[(SQS<br/>work queue, 10 d)]
    bus -->|not delivered| dead
    bus -.->|failed deliveries| alarms
