[#import "/cost.ftl" as cost]
[#if downstream == "ecs"]
| Step Functions Standard, [=cost.transitions()] state transitions for each request | [=(cost.transitions() * 25)?string("0.00")] |
| DynamoDB, 1 consistent read of the circuit | 0.13 |
| Logs of the state machine, about 6 KiB for each request | 3.00 |
[#else]
| Step Functions Express, 0.2 s for each request | 1.20 |
| DynamoDB, 1 consistent read of the circuit | 0.13 |
| Logs of the state machine, about 3 KiB for each request | 1.50 |
[/#if]
