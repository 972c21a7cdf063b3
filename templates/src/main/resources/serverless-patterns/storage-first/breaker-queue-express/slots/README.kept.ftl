[#assign fifo = slot("work-queue.fifo")?has_content]
| Message in the work queue | 10 days, however long the circuit is open | it failed 16 deliveries (it moves to the dead letters), or is not worked on in 10 days |
| Message in the dead-letter queue | 14 days after it [#if fifo]was put there[#else]was first sent (poison: after it was put there)[/#if] | nobody acts on the alarm in time |
[#if slot("work")?has_content || slot("breaker.ledger")?has_content]
| Result in the ledger | [#if slot("README.ledger")?has_content][=slot("README.ledger")?trim][#else][#if fifo]35[#else]25[/#if] days: longer than a message can come back[/#if] | never needed after that |
[/#if]
