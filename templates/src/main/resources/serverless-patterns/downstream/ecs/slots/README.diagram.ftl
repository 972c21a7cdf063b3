[#if slot("ecs-work.object")?has_content]
    breaker -->|RunTask, up to three retries| work[ECS Fargate<br/>a task for each request]
    work -->|result| results[(S3<br/>results)]
[#else]
    breaker -->|RunTask, up to three retries| work[ECS Fargate<br/>a task for each request]
    breaker -->|request| bucket[(S3<br/>requests, results)]
    work -->|result| bucket
[/#if]
