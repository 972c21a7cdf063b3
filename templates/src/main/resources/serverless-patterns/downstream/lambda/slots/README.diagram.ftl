    breaker -->|work, up to three retries| work[Lambda<br/>Work[=Resource]Handler]
    work -->|lease, result| ledger[(DynamoDB<br/>ledger)]
