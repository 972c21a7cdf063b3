### Stored requests

**Alarm `DeadLetters`: the dead-letter queue is not empty.** A message gets there when the work rejected it (at once, with the message attributes `id` and `reason`) [=slot("README.given-up")?trim].
[=slot("README.deadletters")]
```sh
aws sqs receive-message --queue-url "$(output DeadLetterQueueUrl)" --visibility-timeout 30 \
  --max-number-of-messages 10 --message-attribute-names All
```

When the cause is gone and the circuit is closed, send them all back, slowly:

```sh
aws sqs start-message-move-task --source-arn "$(output DeadLetterQueueArn)" \
  --destination-arn "$(output QueueArn)" --max-number-of-messages-per-second 10
```

[=slot("README.runbook.owned")]**Alarm `OldestRequest`: a message waits for 5 of its 10 days.** The circuit is open for so long, or the work cannot keep up. `scripts/circuit.sh show` tells which.

**Alarm `PipeStuck` or `ControlTimedOut`: the pipe is not as the circuit wants it.** `aws pipes describe-pipe --name "$(output PipeName)"` has its state and the reason. After many errors of permission EventBridge stops a pipe by itself: repair the role, the control starts it again.

**Alarm `ControlSilent`: nobody looks after the pipe.** For five minutes the control was not started: look at its schedule and at the role of that. It is also raised once when the stack is new.

**To hold all requests back**, force the circuit open (`scripts/circuit.sh force-open`): the pipe stops within two minutes and stays so until it is released. A pipe that is stopped by hand is started again within a minute.

