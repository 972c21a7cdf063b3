        substitutions.put("DeadLetterQueueUrl", queue.deadLetters().getQueueUrl());
[#if !slot("work-queue.fifo")?has_content]
        substitutions.put("QueueUrl", queue.queue().getQueueUrl());
[/#if]
