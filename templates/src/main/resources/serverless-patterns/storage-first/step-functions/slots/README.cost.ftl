[#import "/cost.ftl" as cost]
[@cost.table "requests of 1 KiB"]
| API Gateway, REST | 3.50 |
[/@cost.table]

Idle, there remain the alarms (0.10 each a month)[@cost.idle /]
