### Health checks

[#if healthChecks != "scheduled"]
**Alarm [#if slot("health-alarms.logged")?has_content]`WorkFailing`, `WorkSlow` or `WorkLogsErrors`[#else]`WorkFailing` or `WorkSlow`[/#if]: the service is in a bad way.** The circuit is open, or opens in a moment. The alarm says what was seen; look for the cause in the log of the service. The circuit is probed as soon as they are all OK, which they are some minutes after the traffic has stopped. An alarm that is wrong: `scripts/circuit.sh force-closed`, then correct its threshold in `HealthAlarms`.

[/#if]
[#if healthChecks != "alarms"]
**The circuit says `health checks failed` and the service works.** The check sees something that the work does not need, or has no rights or no way to it: its log says why. `scripts/circuit.sh force-closed` until it is corrected.

**Alarm `ChecksFailing`: health checks cannot report.** The function fails before or when it sends its result to EventBridge; its log says why. The circuit stays as it is, and work and probes move it.

[/#if]
**Alarm `SignalsLost`: a signal did not reach the circuit.** EventBridge could not start the circuit's control[#if healthChecks != "alarms"], or Scheduler a check[/#if]. Do not send such a signal again, it is late. Look at the circuit (`scripts/circuit.sh show`): the next signal, the work itself or a probe corrects it; force and release it if you know better. Then `aws sqs purge-queue --queue-url "$(output LostSignalsUrl)"`.

**Alarm `ControlFailing`: a signal could not be written into the circuit.** DynamoDB did not answer, or the circuit changed five times while one signal was weighed. As above.

