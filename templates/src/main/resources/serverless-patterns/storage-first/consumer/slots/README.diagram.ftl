    queue -->|batches, max. 10 at once[#if slot("work-queue.fifo")?has_content],<br/>each group in order[/#if]| process[Lambda<br/>Process[=Resources]Handler]
    process -->|lease, result| [#if slot("ledger.table")?has_content]table[#else]ledger[(DynamoDB<br/>ledger)][/#if]
    process -->|poison, at once| dead
    queue -->|not done after 6 h| dead
