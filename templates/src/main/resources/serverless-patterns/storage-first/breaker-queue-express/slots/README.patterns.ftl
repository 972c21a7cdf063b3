### Storage-first + circuit breaker

An EventBridge pipe brings each message to the circuit breaker, one message for each execution, and deletes it when the execution has ended well. `pipe-control.asl.json` runs when the circuit changes and every minute, may run at any time and several times at once, and does three things:

- *Stop and start:* while the circuit is not closed the pipe has to stand still, while it is the pipe has to run. Whatever made a difference is undone: a lost event, a deployment, an operator, EventBridge itself. A pipe takes up to two minutes to stop; what it still brings fails fast and comes back after the visibility timeout.
- *Probe:* when the cooldown is over it receives one message and hands it to the same state machine, as the pipe would. Done means deleted; failed means given back at once. The same message probes at most twice in a row, and one that was delivered often does not: then, and when nothing is in the queue, hidden or not, a probe without a message finds out: [=slot("README.probe")?trim].
- *Call for help:* a pipe that is not as the circuit wants it after four minutes raises the alarm `PipeStuck`.

| `Timing` | | |
|---|---|---|
| `visibility` | 180 s | the larger of 6 x `work` and `machine` + 30 s |
| `attempts` | 3 | failures of one message while the circuit is closed |
| `openings` | 3 | outages that a message can meet; each costs it 2 deliveries while the pipe stops and 2 probes |
| `maxReceiveCount` | 16 | computed from these; what is rejected never waits for it |

A set that cannot work is refused when the stack is synthesized. What differs from the article: messages are not tried while the circuit is open, and the pipe waits for the result (`REQUEST_RESPONSE`), so a failed execution loses nothing.

