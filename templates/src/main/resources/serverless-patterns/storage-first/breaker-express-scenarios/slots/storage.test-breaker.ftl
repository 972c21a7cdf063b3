        return Map.of([#if !slot("work-queue.fifo")?has_content]"QueueUrl", "work-queue", [/#if]"DeadLetterQueueUrl", DEAD_LETTERS);
