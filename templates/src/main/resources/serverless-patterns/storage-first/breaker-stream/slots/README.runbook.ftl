### Stored requests

**Alarm `DeadLetters`: the dead-letter queue is not empty.** A message has the attributes `id` and `reason` when the work rejected the request at once: its body is the record as PutRecord takes it. Without them it is a pointer to a record that the pipe gave up; that is still in the stream, but **only for a day** (`streamRetention` in `Timing`; raise it first if you need more time).

```sh
aws sqs receive-message --queue-url "$(output DeadLetterQueueUrl)" --visibility-timeout 30 \
  --max-number-of-messages 10 --message-attribute-names All |
  jq '.Messages[] | .MessageAttributes.reason.StringValue, (.Body | fromjson | .Data // empty | @base64d)'
```

When the cause is gone and the circuit is closed, put them all back into the stream:

```sh
bash runbook/put-back.sh "$(output DeadLetterQueueUrl)" "$(output StreamName)"
```

They come after what was stored in the meantime: their old place in the order is gone. Poison that is still poison comes back here. To give it up, use `delete-message` or `purge-queue`.

**Alarm `FailingRecord`: executions fail in each quarter of an hour, for an hour.** An outage would have stopped the pipe, so the service is up and one record fails again and again: its shard waits behind it, and each failure opens the circuit. [#if slot("work")?has_content]
Look for `FAILED` in the log of the function, with the `id`.
[#else]
The log of the service has its id (the idempotency key of the request).
[/#if]
If many fail and not one, the probe does not see what the work sees: [=slot("README.probe")?trim].

If it is one, deploy a fix, or have the work reject the request. If that takes too long and the service is up, let it go past:

```sh
scripts/circuit.sh force-closed dev 'A record is to go past'   # or it would open the circuit, and others be given up with it
npx cdk deploy -c recordRetries=2                              # what fails three times leaves a pointer
# when the pointer is in the dead-letter queue:
npx cdk deploy                                                 # without an end again
scripts/circuit.sh release
```

Put it back as above, within a day, when the fix is there.

**Alarm `BlockedShard`: a shard is an hour behind.** As `FailingRecord`, or the work cannot keep up: raise `BATCHES_PER_SHARD` in `RequestPipe`, as the limits below say.

**Alarm `OldestRequest`: a record waits for 3.5 of its 7 days, or `StandStill`: the pipe stands still for so long.** In less than three days (6 days of age) records are given up. To gain time, raise `streamRetention` in `Timing` (up to 365 days); the age at which a pipe gives up is 7 days at most, and to have it keep on without an end, set `maximumRecordAgeInSeconds` in `RequestPipe` to -1.

**Alarm `Unread`: for an hour nobody has read the stream.** The circuit is open for so long (`scripts/circuit.sh show`), or the pipe does not run. It is also raised once when the stack is new, before the first read.

**Alarm `PipeStuck` or `ControlTimedOut`: the pipe is not as the circuit wants it.** `aws pipes describe-pipe --name "$(output PipeName)"` has its state and the reason. After many errors of permission EventBridge stops a pipe by itself: repair the role, the control starts it again.

**Alarm `ControlSilent`: nobody looks after the pipe.** For five minutes the control was not started: look at its schedule and at the role of that. It is also raised once when the stack is new.

**To hold all requests back**, force the circuit open (`scripts/circuit.sh force-open`): the pipe stops within two minutes and stays so until it is released. A pipe that is stopped by hand is started again within a minute.

