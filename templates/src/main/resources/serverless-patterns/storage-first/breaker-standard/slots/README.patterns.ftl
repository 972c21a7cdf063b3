### Storage-first + circuit breaker

An EventBridge pipe starts an execution of the circuit breaker for each message and deletes the message (`FIRE_AND_FORGET`: no pipe can wait for a Standard execution, which a task on ECS needs). The execution owns the message from then on: if the circuit is open, or we throttle ourselves, it puts it back into the queue with its `id` and `receivedAt`; if the work fails, with the number of failures, too; after 9 failures it goes to the dead letters. Sending is tried for as long as the execution lasts. `pipe-control.asl.json` runs when the circuit changes and every minute, may run at any time and several times at once, and does three things:

- *Stop and start:* while the circuit is not closed the pipe has to stand still, while it is the pipe has to run. Whatever made a difference is undone: a lost event, a deployment, an operator, EventBridge itself. A pipe takes up to two minutes to stop; what it still brings is put back[#if slot("work-queue.fifo")?has_content] after three minutes, which its execution waits[#else] for three minutes[/#if].
- *Probe:* when the cooldown is over it receives one message, starts an execution with it, as the pipe would, and deletes it. One execution gets the lease and probes; any other puts its message back. The same message probes at most twice in a row, and one that has failed often does not: then, and when nothing is in the queue, hidden or not, a probe without a message finds out: [=slot("README.probe")?trim].
- *Call for help:* a pipe that is not as the circuit wants it after four minutes raises the alarm `PipeStuck`.

| `Timing` | | |
|---|---|---|
| `putBack` | 180 s | until a message that was put back is delivered again: as long as the pipe can bring messages after an opening |
| `attempts` | 3 | failures of one message while the circuit is closed |
| `openings` | 3 | outages that a message can meet, in each of which it probes at most twice |
| `maxFailures` | 9 | computed from these; what is rejected never waits for it |

A set that cannot work is refused when the stack is synthesized. What differs from the article: messages are not tried while the circuit is open.

