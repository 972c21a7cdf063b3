| Message in the work queue | 10 days since it came or was last put back, however long the circuit is open | its work failed 9 times (it goes to the dead letters), or it is not worked on in 10 days |
| Message that an execution owns | 3 days of attempts to put it back, if SQS does not answer; redriven for 14 days more | nobody acts on the alarm `TimedOut` in time |
| Message in the dead-letter queue | 14 days after it was put there | nobody acts on the alarm in time |
| [=slot("ecs-work.object")?has_content?then("Result", "Request and result")] in the bucket of the tasks | 90 days | never needed after that |
