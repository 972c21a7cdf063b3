        machine.allow(queue.deadLetters().getQueueArn(), "sqs:SendMessage");
[#if !slot("work-queue.fifo")?has_content]
        machine.allow(queue.queue().getQueueArn(), "sqs:SendMessage");
[/#if]
