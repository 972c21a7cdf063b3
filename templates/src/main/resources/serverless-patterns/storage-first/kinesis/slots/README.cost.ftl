[#import "/cost.ftl" as cost]
[@cost.table "requests of 1 KiB"]
| API Gateway, REST | 3.50 |
| Kinesis on demand, about 1.5 GB written and read, and 7 days of retention | 0.35 |
[/@cost.table]

Idle, there remain the alarms (0.10 each a month), the stream (0.04 an hour: **about 29 a month**)[@cost.idle /]
