| [=Resource] in the table `CrudTable` | until it is deleted; point-in-time recovery for 35 days | |
| Row of an `Idempotency-Key` | counts for 24 hours; deleted by TTL within days | |
