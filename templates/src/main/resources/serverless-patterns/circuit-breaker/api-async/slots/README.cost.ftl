[#import "/cost.ftl" as cost]
[@cost.table "requests of 1 KiB with a minute of work each, while the circuit is closed"]
| API Gateway, REST, one POST and one GET for each request | 7.00 |
[/@cost.table]

Each minute more adds 248 for the tasks. While the circuit is open a million requests cost about [=(featureFlags == "true")?then(160, 110)]: API Gateway 7.00, [=(featureFlags == "true")?then(6, 4)] state transitions each, the read, logs. No task is paid.

Idle, there remain the alarms (0.10 each a month), custom metrics (0.30 each a month)[@cost.idle /]
