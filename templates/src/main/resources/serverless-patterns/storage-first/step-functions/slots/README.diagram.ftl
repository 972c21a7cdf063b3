flowchart LR
    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|StartExecution| machine[(Step Functions<br/>Standard, input kept)]
    machine -->|one request, tried for 6 h| process[Lambda<br/>Process[=Resources]Handler]
    process -->|lease, result| ledger[(DynamoDB<br/>ledger)]
    machine -->|poison at once, or given up| dead[(SQS<br/>dead letters, 14 d)]
    machine -.->|failed, timed out, aborted| alarms[CloudWatch alarms<br/>SNS topic]
    process -.->|errors| alarms
    dead -.->|not empty| alarms
