[#if slot("work-queue.fifo")?has_content]1.05[#else]0.85[/#if]
0.40
[#if !slot("ledger.table")?has_content]
1.25
[/#if]
0.75
