[#if healthChecks != "scheduled"]
- Alarms need traffic: with fewer than 20 attempts a minute they see nothing, and the circuit breaker alone decides. They notice after two to four minutes; work that fails altogether opens the circuit at once.
[/#if]
[#if healthChecks != "alarms"]
- Checks need three to four minutes to open or close the circuit; a probe by a request is faster. Two checks within half a minute count as one.
- A check is shallow: one small call, 2 s at most, and nothing behind it. What it does not look at it cannot see.
[/#if]
