    client([Client]) -->|POST /[=slot("request-path")], [=slot("README.caller")?trim]| api[API Gateway<br/>throttle]
    api -->|PutObject| bucket[(S3<br/>inbox/, 25 d)]
    bucket -->|Object Created| rule[EventBridge<br/>rule]
    rule -->|pointer| queue[(SQS<br/>work queue, 10 d)]
    rule -->|24 h in vain| dead
