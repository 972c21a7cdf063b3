### Circuit breaker

`circuit-breaker.asl.json`, as it is deployed (a test compares this picture with it):

```mermaid
stateDiagram-v2
[#assign ledger = slot("breaker.ledger")?has_content]
[#assign failed = ledger?then("GiveLeaseBack", "WorkFailed")]
[#assign first = slot("README.states.flags")?has_content?then("ReadFlags", "GetCircuit")]
[#if slot("README.states.start")?has_content]
[=slot("README.states.start")?chop_linebreak?replace("GetCircuit", first)]
[#else]
    [*] --> [=first]
[/#if]
[=slot("README.states.flags")][#rt]
    GetCircuit --> IsCircuitClosed
    IsCircuitClosed --> [=ledger?then("HasRow", "Work")] : closed, or no record
    IsCircuitClosed --> IsCooldownOver : anything else
[=slot("README.states.ledger")][#rt]
    Work --> [=ledger?then("RememberDone", "[*]")] : done, after up to three retries
    Work --> Rejected : input rejected
[#if lines("breaker.throttled")?has_content]
    Work --> [=failed] : our own throttling
[/#if]
    Work --> IsThresholdReached : failed
    IsThresholdReached --> OpenCircuit : yes
    IsThresholdReached --> CountFailure : not known yet
    IsThresholdReached --> [=failed] : no, or forced closed
    CountFailure --> IsThresholdReached : counted
    CountFailure --> StartWindow : no window runs
    CountFailure --> [=failed] : table down
    StartWindow --> [=failed]
    OpenCircuit --> [=failed]
    IsCooldownOver --> AcquireProbe : yes, or the prober died
    IsCooldownOver --> FailFast : no, or forced open
    AcquireProbe --> [=ledger?then("HasRow", "Probe")] : got the lease
    AcquireProbe --> FailFast : another one got it
    Probe --> CloseCircuit : done, or input rejected
    Probe --> ReopenCircuit : failed
    CloseCircuit --> WasRejected
    WasRejected --> [=ledger?then("RememberDone", "Done")]
    WasRejected --> Rejected
    ReopenCircuit --> [=failed]
    Done --> [*]
[#if slot("README.states.end")?has_content]
[=slot("README.states.end")?chop_linebreak]
[#else]
    Rejected --> [*] : Work.Rejected
    FailFast --> [*] : Circuit.Open
    WorkFailed --> [*] : Work.Failed, Work.Throttled
[/#if]
```

The circuit is one item of a table: `OPEN` until `openUntil`, `HALF_OPEN` while an execution probes, else `CLOSED`. Every write has a condition, so that of many executions one moves it: one opens it, one probes, and only who holds the lease of the probe closes or reopens it. A success on a closed circuit reads once and writes nothing.

| `CircuitTiming` | | |
|---|---|---|
| `work` | [=slot("breaker.work-seconds")?trim] s | for one attempt |
| `machine` | [=slot("breaker.machine-seconds")?trim] s | for an execution: all attempts and what moves the circuit fit in |
| `caller` | [=slot("breaker.caller-seconds")?trim] s | whoever waits for an execution waits longer than it can last[#if slot("breaker.caller-seconds")?trim?number gt 86400]; here nobody waits[/#if] |
| `threshold` | 1 | failures, each after three retries, open the circuit |
| `window` | 60 s | in which that many failures must come |
| `cooldown` | 30 s | until an open circuit is probed; doubled by each probe that fails, with up to 10 % of jitter |
| `maxCooldown` | 900 s | where the doubling ends |

The limits depend on each other; a set that cannot work is refused when the stack is synthesized. Not counted are requests that the service rejects[#if lines("breaker.throttled")?has_content] and our own throttling[/#if]: they say nothing against its health.

Each change becomes an event on the default bus (`circuit.state.changed`, source: the stack's name) and a message of the alarm topic, whoever made it: it comes from the table's stream. The dashboard that the output `CircuitDashboardName` names shows the circuit and its executions.

