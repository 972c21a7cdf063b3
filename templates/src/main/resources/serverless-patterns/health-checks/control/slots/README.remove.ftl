Health checks: delete what begins with `Health`[#if healthChecks != "scheduled"], `AlarmTiming`, `WorkMetrics`[/#if][#if healthChecks != "alarms"], `CheckTiming`[/#if], `SignalTiming`, their lines in `[=Name]Stack`, and the state machine `circuit-control`. The circuit breaker works without them.

