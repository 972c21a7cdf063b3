flowchart LR
    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>throttle]
    api -->|PutObject| bucket[(S3<br/>inbox/, 25 d)]
    bucket -->|Object Created| rule[EventBridge<br/>rule]
    rule -->|pointer| queue[(SQS<br/>work queue, 10 d)]
    rule -->|24 h in vain| dead
    queue -->|batches, max. 10 at once| process[Lambda<br/>Process[=Resources]Handler]
    process -->|reads the version| bucket
    process -->|lease, result| ledger[(DynamoDB<br/>ledger)]
    process -->|poison, at once| dead[(SQS<br/>dead letters, 14 d)]
    queue -->|not done after 6 h| dead
    queue -.->|oldest message| alarms[CloudWatch alarms<br/>SNS topic]
    dead -.->|not empty| alarms
