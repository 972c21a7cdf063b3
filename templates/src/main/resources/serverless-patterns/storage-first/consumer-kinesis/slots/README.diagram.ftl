    stream -->|batches, in order| process[Lambda<br/>Process[=Resources]Handler]
    process -->|lease, result| ledger[(DynamoDB<br/>ledger)]
    process -->|poison, at once| dead
    stream -->|not done after 6 d| failed[(S3<br/>failed records, 30 d)]
    stream -.->|blocked, old, unread| alarms
    failed -.->|delivered| alarms
