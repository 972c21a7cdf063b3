flowchart LR
    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|SendMessage| queue[(SQS FIFO<br/>work queue, 10 d)]
    queue -->|batches, max. 10 at once,<br/>each group in order| process[Lambda<br/>Process[=Resources]Handler]
    process -->|lease, result| ledger[(DynamoDB<br/>ledger)]
    process -->|poison, at once| dead[(SQS FIFO<br/>dead letters, 14 d)]
    queue -->|not done after 6 h| dead
    queue -.->|oldest message| alarms[CloudWatch alarms<br/>SNS topic]
    dead -.->|not empty| alarms
