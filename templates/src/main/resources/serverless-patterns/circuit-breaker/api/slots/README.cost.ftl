[#import "/cost.ftl" as cost]
[@cost.table "requests of 1 KiB while the circuit is closed"]
| API Gateway, REST | 3.50 |
[/@cost.table]

While it is open a million requests cost about 5.50: API Gateway 3.50, Step Functions 1.05, the read 0.13, logs 0.90. Nothing is paid for the service.

A state machine is paid while it waits: a second more for each request is 1.04 more.

Idle, there remain the alarms (0.10 each a month), custom metrics (0.30 each a month)[@cost.idle /]
