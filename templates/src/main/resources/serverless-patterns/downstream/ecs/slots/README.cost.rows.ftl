| Fargate, 0.25 vCPU and 0.5 GiB on ARM, for one minute, the least there is | 165.00 |
| Public IPv4 address of each task, for one minute | 83.00 |
[#if slot("ecs-work.object")?has_content]
| S3, result | 6.00 |
[#else]
| S3, request and result | 11.00 |
[/#if]
| Logs of the task and its traffic, about 1 KiB | 0.50 |
