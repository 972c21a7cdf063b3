- One item is the circuit. DynamoDB serves 3,000 consistent reads and 1,000 writes per second of one item, whatever the table's capacity: above about 3,000 requests per second reads are throttled, and the breaker then works as if the table were down. Beyond that, read without `ConsistentRead` (6,000 per second; a change is then seen up to a second late), or split the circuit into several items of the same state (`name#0` to `name#9`, read one at random, written in one transaction).
[#if downstream == "ecs"]
- A Standard execution has 256 KiB of input and output, and ends after `machine` at the latest.
[#else]
- An Express execution has 5 minutes and 256 KiB of input and output, escaping included.
[/#if]
- Failures that come while the table is down are not counted. With a threshold above 1, of failures that start a window at the same moment only one counts.
