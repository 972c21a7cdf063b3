[#import "/cost.ftl" as cost]
[@cost.table "messages of 1 KiB"]
| AWS IoT Core: messaging, one rule, one action | 1.00 + 0.15 + 0.15 |
[/@cost.table]

Each connected device costs 0.08 for a million minutes. Devices that publish to `$aws/rules/<rule>/<topic>` ([Basic Ingest](https://docs.aws.amazon.com/iot/latest/developerguide/iot-basic-ingest.html)) save the messaging; the policy must then allow that topic.

Idle, there remain the alarms (0.10 each a month)[@cost.idle /]
