flowchart LR
    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|PutItem, once for each id| table[(DynamoDB<br/>requests and ledger)]
    table -->|stream, new rows, 24 h| pipe[[EventBridge pipe]]
    pipe --> queue[(SQS<br/>work queue, 10 d)]
    sweeper[Lambda, every hour<br/>SweepHandler] -->|unseen for 25 h| queue
    table -.->|index unseen| sweeper
    queue -->|batches, max. 10 at once| process[Lambda<br/>Process[=Resources]Handler]
    process -->|lease, result| table
    process -->|poison, at once| dead[(SQS<br/>dead letters, 14 d)]
    queue -->|not done after 6 h| dead
    pipe -->|given up| failed[(SQS<br/>stream records given up, 14 d)]
    queue -.->|oldest message| alarms[CloudWatch alarms<br/>SNS topic]
    dead -.->|not empty| alarms
    failed -.->|not empty| alarms
