[#import "/cost.ftl" as cost]
[@cost.table "requests of 1 KiB"]
| API Gateway, REST | 3.50 |
| EventBridge, custom events (each 64 KiB are one) | 1.00 |
| Archive, 0.10 per GB that comes in and 0.023 per GB and month | 0.15 |
[/@cost.table]

A replay costs like new events.

Idle, there remain the alarms (0.10 each a month)[@cost.idle /]
