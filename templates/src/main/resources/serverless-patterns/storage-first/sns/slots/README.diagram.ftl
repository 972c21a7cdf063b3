flowchart LR
    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|Publish| topic{{SNS topic}}
    topic -->|type = [=resource], raw| queue[(SQS<br/>work queue, 10 d)]
    topic -.->|other subscriptions| others([Others])
    topic -->|cannot be delivered| dead[(SQS<br/>dead letters, 14 d)]
    queue -->|batches, max. 10 at once| process[Lambda<br/>Process[=Resources]Handler]
    process -->|lease, result| ledger[(DynamoDB<br/>ledger)]
    process -->|poison, at once| dead
    queue -->|not done after 6 h| dead
    queue -.->|oldest message| alarms[CloudWatch alarms<br/>SNS topic]
    dead -.->|not empty| alarms
    topic -.->|filtered out, undeliverable| alarms
