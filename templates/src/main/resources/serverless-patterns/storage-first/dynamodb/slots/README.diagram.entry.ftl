    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>validate, throttle]
    api -->|PutItem, once for each id| table[(DynamoDB<br/>requests and ledger)]
    table -->|stream, new rows, 24 h| pipe[[EventBridge pipe]]
    pipe --> queue[(SQS<br/>work queue, 10 d)]
    sweeper[Lambda, every hour<br/>SweepHandler] -->|unseen for 25 h| queue
    table -.->|index unseen| sweeper
    pipe -->|given up| failed[(SQS<br/>stream records given up, 14 d)]
    failed -.->|not empty| alarms
