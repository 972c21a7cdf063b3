### The row of a request

The circuit breaker keeps in the row what becomes of a request, so that a message that comes again is not worked on again: a queue delivers at least once, and the sweeper queues what the stream may have lost.

| `workStatus` | | A message of this request |
|---|---|---|
| none | stored, and waiting | takes the lease; only then, and not while the circuit is open |
| `IN_PROGRESS` | `leaseOwner`, an execution, has the lease until `leaseUntil`; a failure gives it back | takes the lease when it has ended; until then it goes back into the queue, which counts against nothing |
| `COMPLETED` | done, with the answer in `workResult` (10,000 characters of it) | is deleted. If it was to probe, a probe without a message does |
| `REJECTED` | in the dead letters, with `reason` | is deleted. The dead letter, moved back, is worked on |

- The first lease removes `status` and `queuedAt`, by which the sweeper finds a row: from then on the message is in the queue or in the dead letters. A request that waits for an open circuit is queued once more every 25 hours, with 10 days of its own, and worked on once.
- An execution that dies between the work and the row leaves a lease that ends, and *the work is done once more*, under the same id: no ledger outside the work can prevent that.
- While the table does not answer, messages go back into the queue; that is no failure of the service and does not move the circuit. A row that was deleted stays deleted, and its request is worked on.

