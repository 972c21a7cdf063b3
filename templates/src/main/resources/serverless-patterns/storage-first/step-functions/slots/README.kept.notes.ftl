A worker that dies after its work and before the ledger says so will do that work again: the execution tries again, and no ledger can span two systems. Make the effects of `[=Resource]Work` idempotent where that matters, e.g. by passing the id on.

Inputs may hold personal data: whoever has `states:DescribeExecution` or `states:GetExecutionHistory` can read them for 90 days. The log of the state machine has no data.
