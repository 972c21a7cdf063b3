- 180 KiB for each request (in Base64 it must fit into the input of an Express execution and into a message of the dead-letter queue), counted as JSON string in plain ASCII: a character beyond ASCII counts 6, a quote 2. `Partition-Key`: 256 characters.
- The stream is on demand: it starts with 4 MB/s and doubles with the peak of the last 30 days. One partition key has one shard: at most 1,000 requests and 1 MB per second.
- One record at a time for each shard (`RequestPipe`): with 0.2 s for each, a shard does 5 requests per second, and the backlog of an outage is worked off at that pace. More shards come only with more data. Where that is too slow, raise `BATCHES_PER_SHARD` (up to 10): then only requests with the same partition key keep their order.
[#if slot("java-function.methods")?has_content]
- However many shards there are, 10 requests are worked on at once (`MAX_CONCURRENCY` in `LambdaWork`); what is throttled comes again in its order, and counts against nothing. A reserved concurrency needs an account with more than 100 concurrent executions to spare.
[/#if]
