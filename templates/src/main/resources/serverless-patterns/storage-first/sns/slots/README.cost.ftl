[#import "/cost.ftl" as cost]
[@cost.table "requests of 1 KiB"]
| API Gateway, REST | 3.50 |
| SNS, a publish up to 64 KiB; the delivery to SQS is free | 0.50 |
[/@cost.table]

Idle, there remain the alarms (0.10 each a month), the key of the topic (0.05 for its KMS calls)[@cost.idle /]
