### Health checks

[#if healthChecks == "both"]Two kinds of signals move the circuit besides the work itself: alarms, and the results of a check that runs every minute.[#elseif healthChecks == "alarms"]Alarms move the circuit besides the work itself.[#else]A check that runs every minute moves the circuit besides the work itself.[/#if] Each signal starts `circuit-control.asl.json` (a test compares this picture with it):

```mermaid
stateDiagram-v2
    [*] --> ReadSignal
    ReadSignal --> GetCircuit : a signal
    ReadSignal --> Ignored : anything else
    GetCircuit --> IsNews
[#if healthChecks != "scheduled"]
    IsNews --> WeighAlarm : alarm, newer than the last
[/#if]
[#if healthChecks != "alarms"]
    IsNews --> CountCheck : check, newer than the last
[/#if]
    IsNews --> Ignored : late, or came before
[#if healthChecks != "scheduled"]
    WeighAlarm --> OpenByAlarm : ALARM, circuit closed
    WeighAlarm --> RequestProbe : OK, circuit open
    WeighAlarm --> RememberAlarm : nothing to move, or forced
    OpenByAlarm --> WriteIfUnchanged
    RequestProbe --> WriteIfUnchanged
    RememberAlarm --> WriteIfUnchanged
[/#if]
[#if healthChecks != "alarms"]
    CountCheck --> WeighChecks
    WeighChecks --> OpenByChecks : bad often enough, circuit closed
    WeighChecks --> CloseByChecks : good often enough, circuit open
    WeighChecks --> RememberCheck : not yet, or forced
    OpenByChecks --> WriteIfUnchanged
    CloseByChecks --> WriteIfUnchanged
    RememberCheck --> WriteIfUnchanged
[/#if]
    WriteIfUnchanged --> Done : written
    WriteIfUnchanged --> LookAgain : the circuit is not as it was read
    LookAgain --> GetCircuit
    LookAgain --> Contended : five times in a row
    Done --> [*]
    Ignored --> [*]
    Contended --> [*] : Circuit.Contended
```

| Signal | Moves the circuit |
|---|---|
[#if healthChecks != "scheduled"]
| `ALARM`: in two of three minutes with 20 attempts or more, a quarter of them failed[#if slot("health-alarms.logged")?has_content], a quarter logged an error[/#if], or [#if slot("health-alarms.logged")?has_content]the slowest percent took[#else]the slowest percent of executions took, with all their attempts,[/#if] more than 80 % of the limit for an attempt | opens it, and holds it open for 5 minutes |
| `OK` | has it probed now; never closes it |
[/#if]
[#if healthChecks != "alarms"]
| 3 bad checks in a row | open it |
| 3 good checks in a row, all after it opened and after the last probe that failed | close it |
[/#if]

- **A late, repeated or overtaken signal changes nothing.** [#if healthChecks == "both"]Alarms and checks each have their own last time, `lastAlarmAt` and `lastCheckAt`: they come from different clocks, and a check that was fast must not make an alarm late.[#elseif healthChecks == "alarms"]The circuit knows the time of the last one, `lastAlarmAt`.[#else]The circuit knows the time of the last one, `lastCheckAt`.[/#if] What is older than the circuit's last change says nothing against it.
- **A forced circuit stays as it is**, and so does one that is being probed.
[#if healthChecks != "scheduled"]
- **Alarms open, probes close.** An open circuit has no traffic, so its alarms return to OK whether the service is back or not. A circuit that closed on OK would open again with the next requests, for ever.
[/#if]
[#if healthChecks != "alarms"]
- **The check** [=slot("README.health-check")?trim]
- **No flapping.** When work or a probe soon undoes what the checks did (they see something else than the work does), they need twice as many results the next time: 3, 6, 12, 15.
[/#if]
[#if healthChecks == "both"]
- **The checks do not close what the alarm still holds against the service.** Only a change of an alarm is an event: one that is still raised when the circuit closes could not open it again. So it has to be OK first, or 5 minutes old.
[/#if]

The times and numbers are in [#if healthChecks == "both"]`AlarmTiming` and `CheckTiming`[#elseif healthChecks == "alarms"]`AlarmTiming`[#else]`CheckTiming`[/#if], which refuse[#if healthChecks != "both"]s[/#if] values that contradict each other[#if healthChecks != "scheduled"]; what the alarms look at is in `HealthAlarms` and `WorkMetrics`[/#if].

