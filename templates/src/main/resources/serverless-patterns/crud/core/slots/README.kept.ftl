| [=Resource] in the table `CrudTable`, output `CrudTableName` | until it is deleted; point-in-time recovery for 35 days | |
| Row of an `Idempotency-Key` | counts for 24 hours; deleted by TTL within days | |
