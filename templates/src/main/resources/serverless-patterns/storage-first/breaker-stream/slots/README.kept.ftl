| Record in the stream | 7 days, worked on or not, however long the circuit is open | it is not done for 6 days: then the pipe goes past it and leaves a pointer in the dead-letter queue, and the stream keeps it for one day more |
| Message in the dead-letter queue | 14 days; what a pointer names: 1 day | nobody acts on the alarm in time |
[#if slot("work")?has_content]
| Result in the ledger | 22 days: longer than a record can come back | never needed after that |
[/#if]
