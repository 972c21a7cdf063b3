### Circuit breaker

```sh
scripts/circuit.sh show                                # add prod for that stage
scripts/circuit.sh force-open dev 'Vendor maintenance' # nothing reaches the service, and nothing probes it
scripts/circuit.sh force-closed dev 'False alarm'      # every request reaches it, and no failure opens the circuit
scripts/circuit.sh release                             # the circuit moves by itself again
```

A forced circuit stays so until it is released; the dashboard shows it. A released circuit that was open is probed by the next request.

**Alarm `Open`: the circuit is open for 15 minutes.** The service is down, or someone forced the circuit. `reason` in the circuit is the last error; look for it in the log of the service. Nothing has to be done once the service is back: the next probe finds out, at most 17 minutes later. `force-closed` and then `release` closes it at once.

[#if !slot("README.runbook.owned")?has_content]
**Alarm `TimedOut`: an execution was ended before it could move the circuit.** It took longer than `machine`; the failure was not counted. Step Functions or DynamoDB were slow.

[/#if]
**Alarm `Throttled`: Step Functions throttles.** More executions are started than the account may (`Start[#if downstream != "ecs"]Sync[/#if]Execution` or state transitions): ask for a higher quota, or lower the throttling of the entry.

**Alarm `PipeFailing`: changes of the circuit are not reported.** The circuit moves all the same. Look at the state of the pipe and its role.

