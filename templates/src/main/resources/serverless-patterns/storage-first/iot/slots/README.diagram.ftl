flowchart LR
    device([Device]) -->|MQTT, QoS 1| rule[AWS IoT Core<br/>topic rule]
    rule -->|SendMessage| queue[(SQS<br/>work queue, 10 d)]
    rule -->|error action| dead
    queue -->|batches, max. 10 at once| process[Lambda<br/>Process[=Resources]Handler]
    process -->|lease, result| ledger[(DynamoDB<br/>ledger)]
    process -->|poison, at once| dead[(SQS<br/>dead letters, 14 d)]
    queue -->|not done after 6 h| dead
    queue -.->|oldest message| alarms[CloudWatch alarms<br/>SNS topic]
    dead -.->|not empty| alarms
    rule -.->|throttled, error action failed| alarms
