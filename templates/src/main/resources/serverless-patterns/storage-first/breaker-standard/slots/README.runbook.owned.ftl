**Alarm `TimedOut`: an execution has not put its message away.** It owned the message, and SQS did not take it for three days: the message is only in the execution. Repair the cause and have the execution go on where it was, within 14 days; so do with an execution that somebody stopped:

```sh
machine=$(aws cloudformation list-stack-resources --stack-name [=stackName]-dev --output text --query \
  "StackResourceSummaries[?ResourceType=='AWS::StepFunctions::StateMachine' && starts_with(LogicalResourceId, 'WorkerMachine')].PhysicalResourceId")
aws stepfunctions list-executions --state-machine-arn "$machine" --status-filter TIMED_OUT
aws stepfunctions redrive-execution --execution-arn ARN
```

