flowchart LR
    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|PutRecord| stream[(Kinesis<br/>data stream, 7 d)]
    stream -->|batches, in order| process[Lambda<br/>Process[=Resources]Handler]
    process -->|lease, result| ledger[(DynamoDB<br/>ledger)]
    process -->|poison, at once| dead[(SQS<br/>dead letters, 14 d)]
    stream -->|not done after 6 d| failed[(S3<br/>failed records, 30 d)]
    stream -.->|blocked, old, unread| alarms[CloudWatch alarms<br/>SNS topic]
    dead -.->|not empty| alarms
    failed -.->|delivered| alarms
