- A pipe has no limit of its own for how many messages it brings at once: [#if slot("work-queue.fifo")?has_content]one for each group. [#else]what the service can take is set by the reserved concurrency of the function (`MAX_CONCURRENCY` in `LambdaWork`); what is throttled goes back into the queue, for 10 to 60 seconds, and counts against nothing. [/#if]A reserved concurrency needs an account with more than 100 concurrent executions to spare.
[#if slot("work-queue.fifo")?has_content]
- Within a group order holds while the circuit is open, too: the message that probes is the first of its group, and nothing overtakes it.
[/#if]
