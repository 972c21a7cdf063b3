[#if slot("work")?has_content]
- A pipe has no limit of its own for how many messages it brings at once: [#if slot("work-queue.fifo")?has_content]one for each group. [#else]what the service can take is set by the reserved concurrency of the function (`MAX_CONCURRENCY` in `LambdaWork`); what is throttled goes back into the queue, for 10 to 60 seconds, and counts against nothing. [/#if]A reserved concurrency needs an account with more than 100 concurrent executions to spare.
[#elseif slot("work-queue.fifo")?has_content]
- A pipe has no limit of its own for how many messages it brings at once: one for each group.
[#else]
- A pipe has no limit of its own for how many messages it brings at once: after an outage the service meets all that have waited. What it cannot take it has to refuse; it gets that again later.
[/#if]
[#if slot("work-queue.fifo")?has_content]
- Within a group order holds while the circuit is open, too: the message that probes is the first of its group, and nothing overtakes it.
[/#if]
