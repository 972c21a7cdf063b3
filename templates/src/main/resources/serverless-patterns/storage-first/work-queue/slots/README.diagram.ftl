    dead[(SQS[#if slot("work-queue.fifo")?has_content] FIFO[/#if]<br/>dead letters, 14 d)]
    queue -.->|oldest message| alarms[CloudWatch alarms<br/>SNS topic]
    dead -.->|not empty| alarms
