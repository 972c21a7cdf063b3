[#if downstream == "ecs"]
| Step Functions Standard, [=(featureFlags == "true")?then(9, 7)] state transitions for each request | [=(featureFlags == "true")?then("225.00", "175.00")] |
| DynamoDB, 1 consistent read of the circuit | 0.13 |
| Logs of the state machine, about 6 KiB for each request | 3.00 |
[#else]
| Step Functions Express, 0.2 s for each request | 1.20 |
| DynamoDB, 1 consistent read of the circuit | 0.13 |
| Logs of the state machine, about 3 KiB for each request | 1.50 |
[/#if]
