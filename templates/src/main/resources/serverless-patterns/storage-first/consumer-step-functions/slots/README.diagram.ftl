    machine -->|one request, tried for 6 h| process[Lambda<br/>Process[=Resources]Handler]
    process -->|lease, result| ledger[(DynamoDB<br/>ledger)]
    machine -->|poison at once, or given up| dead
    machine -.->|failed, timed out, aborted| alarms
    process -.->|errors| alarms
