[#import "/cost.ftl" as cost]
[@cost.table "requests of 100 KiB"]
| API Gateway, REST | 3.50 |
| S3, a PUT and a GET for each request | 5.00 + 0.40 |
| S3, 100 GB for 50 days | 3.80 |
| EventBridge, an event for each object | 1.00 |
[/@cost.table]

Idle, there remain the alarms (0.10 each a month)[@cost.idle /]
