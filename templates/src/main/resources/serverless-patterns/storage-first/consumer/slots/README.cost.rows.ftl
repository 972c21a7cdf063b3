| SQS[#if slot("work-queue.fifo")?has_content] FIFO, about 1.2 million calls when batches are full, 3 million when they are not | 0.60 to 1.50[#else], about 1.2 million calls when batches are full, 3 million when they are not | 0.50 to 1.20[/#if] |
| Lambda, 1 GiB arm64, 20 ms of work for each message | 0.30 to 0.50 |
[#if !slot("ledger.table")?has_content]
| DynamoDB, 2 writes on demand | 1.25 |
[/#if]
| Logs, about 1.5 KiB for each request | 0.75 |
