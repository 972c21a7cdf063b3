
### Health checks

Delete what begins with `Health`, `SignalTiming`[#if healthChecks != "scheduled"], `AlarmTiming`, `WorkMetrics`[/#if][#if healthChecks != "alarms"], `CheckTiming`[/#if], their lines in `[=Name]Stack`, and the state machine `circuit-control`. The circuit breaker works without them.

