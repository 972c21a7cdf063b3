**Alarm `DeadLetters`: the dead-letter queue is not empty.** A message gets there in [#if slot("README.deadletters")?has_content]these[#else]two[/#if] ways:

- *Poison:* the work rejected it (`RejectedRequestException`); it would fail every time. The function puts it there at once, with the message attributes `id` and `reason`[#if !slot("README.duplicate")?has_content]; so does an id that was used before with another body[/#if].
- *Failed for 6 hours:* SQS moved it there, without `reason`. Look for the `id` in the function's log.
[=slot("README.deadletters")]
```sh
aws sqs receive-message --queue-url "$(output DeadLetterQueueUrl)" --visibility-timeout 30 \
  --max-number-of-messages 10 --message-attribute-names All
```

When the cause is gone (a fix is deployed, the dependency is back), send them all back, slowly:

```sh
aws sqs start-message-move-task --source-arn "$(output DeadLetterQueueArn)" \
  --destination-arn "$(output QueueArn)" --max-number-of-messages-per-second 10
aws sqs list-message-move-tasks --source-arn "$(output DeadLetterQueueArn)"
```

What was done before is not done again: the ledger knows its id. Poison that is still poison comes back here. To give it up, use `delete-message` or `purge-queue`.

**Alarm `OldestRequest`: a message waits for 5 of its 10 days.** The function cannot keep up, or is not called at all. Look at its errors and throttles and at the state of its event source mapping; raise `MAX_CONCURRENCY` in `Consumer` if what it calls can take more.

**Too much load on something the function calls.** Lower `MAX_CONCURRENCY`, or disable the event source mapping (`aws lambda update-event-source-mapping --no-enabled --uuid …`). Requests stay stored.
