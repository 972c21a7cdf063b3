[#if slot("work")?has_content]
The same key with another body is a mistake: such a request goes to the dead-letter queue with its reason.
[#else]
The work gets the key as the id of the request, and has to recognise one that it has done.
[/#if]

The header `Partition-Key` says what stays in order, e.g. a customer number: requests with the same one are worked on one after the other. Without it the id is the partition key, which spreads requests evenly and keeps no order. A few keys with most of the traffic make hot shards.
