[#import "/cost.ftl" as cost]
[@cost.table "requests of 1 KiB"]
| API Gateway, REST | 3.50 |
| DynamoDB on demand: 2 write units for the row, 2 for the lease, 2 for the result, 2 for the index | 5.00 |
| Pipe, new rows only | 0.40 |
[/@cost.table]

Each write unit is 1 KiB of the row: three writes of a row of 100 KiB cost 300. The first lease removes a row from the index, which costs one of the two units there.

Idle, there remain the alarms (0.10 each a month), the sweeper's 720 runs (below 0.05)[@cost.idle /]

Rows cost 0.25 per GB and month, point-in-time recovery 0.20 more.
