flowchart LR
    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|PutEvents| bus{{EventBridge bus}}
    bus -->|every event| archive[(Archive, 14 d)]
    archive -.->|replay.sh| bus
    bus -->|rule, tried for 24 h| queue[(SQS<br/>work queue, 10 d)]
    bus -->|not delivered| dead
    queue -->|batches, max. 10 at once| process[Lambda<br/>Process[=Resources]Handler]
    process -->|lease, result| ledger[(DynamoDB<br/>ledger)]
    process -->|poison, at once| dead[(SQS<br/>dead letters, 14 d)]
    queue -->|not done after 6 h| dead
    queue -.->|oldest message| alarms[CloudWatch alarms<br/>SNS topic]
    dead -.->|not empty| alarms
    bus -.->|failed deliveries| alarms
