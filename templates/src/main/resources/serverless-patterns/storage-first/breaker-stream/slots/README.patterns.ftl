### Storage-first + circuit breaker

An EventBridge pipe brings each record to the circuit breaker, one record for each execution and one execution at a time for each shard, and goes on to the next when the execution has ended well. `pipe-control.asl.json` runs when the circuit changes and every minute, may run at any time and several times at once, and does three things:

- *Stop and start:* while the circuit is not closed the pipe has to stand still, while it is the pipe has to run. Whatever made a difference is undone: a lost event, a deployment, an operator, EventBridge itself. A pipe takes up to two minutes to stop; what it still brings fails fast and comes again, in its place. It goes on where it stopped.
- *Probe:* a stream cannot hand out one record, so when the cooldown is over the same state machine gets a request without content, for which the work only looks whether what it needs is there ([=slot("README.probe")?trim]).
- *Call for help:* a pipe that is not as the circuit wants it after four minutes raises the alarm `PipeStuck`.

| `Timing` | | |
|---|---|---|
| `recovery` | 20.5 min | how long the pipe can still stand after the service is back: the longest cooldown, and until the pipe runs |
| `blocked` | 1 h | until a human is called; longer than `recovery` and than 10 executions |
| `outage` | 6 d | the age at which the pipe gives a record up |
| `streamRetention` | 7 d | a day more, in which what was given up can still be put back |

A set that cannot work is refused when the stack is synthesized. What differs from the article: requests are not tried while the circuit is open, and the pipe waits for the result (`REQUEST_RESPONSE`), so a failed execution loses nothing.

