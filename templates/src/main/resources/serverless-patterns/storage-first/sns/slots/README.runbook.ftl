
**A third way into the dead letters: from the topic**, with the attributes `ErrorCode` and `ErrorMessage`. It could not deliver them to the work queue, e.g. because somebody changed the policy of the queue. Repair that, then move them with the same commands. They are in the dead-letter queue of the work queue and not in one of their own because [SQS moves messages back from no other](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html).

**Alarm `FilteredOut`: a subscription did not take a message.** The work queue takes those whose message attribute `type` is `[=resource]`, as all requests of the API are, so somebody else published to the topic, or a later subscription filters on purpose. The message is nowhere in this project. If such messages are wanted, subscribe a queue that takes them:

```java
topic.addSubscription(SqsSubscription.Builder.create(audit) // without filter: a copy of everything
        .rawMessageDelivery(true)
        .deadLetterQueue(auditDeadLetters)
        .build());
```

The metric counts each subscription by itself. Once one filters on purpose, replace this alarm by one on what no other takes: a subscription with the filter `{"type": [{"anything-but": ["[=resource]"]}, {"exists": false}]}` to a queue, and an alarm on that queue.

**Alarm `Undeliverable`: messages are lost.** Neither the work queue nor the dead-letter queue took them. Stop the senders (throttle the stage of the API to 0), look at the policies and the existence of both queues, and have the clients send again what was accepted since the alarm.
