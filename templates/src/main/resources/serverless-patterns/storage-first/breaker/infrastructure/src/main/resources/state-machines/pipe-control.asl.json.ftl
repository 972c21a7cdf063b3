{
  "Comment": "Has the pipe stand still while the circuit is not closed, and run while it is. When the cooldown is over it probes. It may run at any time, and several times at once.",
  "QueryLanguage": "JSONata",
  "StartAt": "[=slot("pipe-control.flags")?has_content?then("ReadFlags", "GetCircuit")]",
  "TimeoutSeconds": 290,
  "States": {
[=slot("pipe-control.flags")]    "GetCircuit": {
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:getItem",
      "Arguments": {
        "TableName": "${CircuitTable}",
        "Key": {
          "id": {
            "S": "${CircuitName}"
          }
        },
        "ConsistentRead": true
      },
      "TimeoutSeconds": 5,
      "Retry": [
        {
          "ErrorEquals": ["States.ALL"],
          "IntervalSeconds": 1,
          "MaxAttempts": 3,
          "JitterStrategy": "FULL"
        }
      ],
      "Assign": {
        "closed": "{% [#if slot("pipe-control.flags")?has_content]$bypass or [/#if]$not($exists($states.result.Item.status)) or $states.result.Item.status.S = 'CLOSED' %}",
        "probeable": "{% $states.result.Item.status.S in ['OPEN', 'HALF_OPEN'] and $not($states.result.Item.forced.BOOL = true) and [$number($states.result.Item.status.S = 'OPEN' ? $states.result.Item.openUntil.N : $states.result.Item.probeUntil.N), 0][0] <= $millis() %}"[#if slot("pipe-control.probe")?has_content],
        "probeMessage": "{% [$states.result.Item.probeMessage.S, ''][0] %}",
        "probeCount": "{% [$number($states.result.Item.probeCount.N), 0][0] %}"[/#if]
      },
      "Next": "DescribePipe"
    },
    "DescribePipe": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:pipes:describePipe",
      "Arguments": {
        "Name": "${PipeName}"
      },
      "TimeoutSeconds": 5,
      "Retry": [
        {
          "ErrorEquals": ["States.ALL"],
          "IntervalSeconds": 1,
          "MaxAttempts": 3,
          "JitterStrategy": "FULL"
        }
      ],
      "Assign": {
        "pipe": "{% $states.result.CurrentState %}"
      },
      "Next": "IsPipeAsWanted"
    },
    "IsPipeAsWanted": {
      "Comment": "Whoever made the difference, it is undone: a lost event, a deployment, an operator, EventBridge itself.",
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $closed and $pipe = 'RUNNING' %}",
          "Next": "AsWanted"
        },
        {
          "Condition": "{% $not($closed) and $pipe = 'STOPPED' %}",
          "Next": "IsProbeDue"
        },
        {
          "Condition": "{% $millis() - $toMillis($states.context.Execution.StartTime) >= ${PatienceMs} %}",
          "Next": "Stuck"
        },
        {
          "Condition": "{% $closed and $pipe in ['STOPPED', 'STOP_FAILED', 'START_FAILED'] %}",
          "Next": "StartPipe"
        },
        {
          "Condition": "{% $not($closed) and $pipe in ['RUNNING', 'STOP_FAILED', 'START_FAILED'] %}",
          "Next": "StopPipe"
        }
      ],
      "Default": "WaitForPipe"
    },
    "StopPipe": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:pipes:stopPipe",
      "Arguments": {
        "Name": "${PipeName}"
      },
      "TimeoutSeconds": 10,
      "Retry": [
        {
          "ErrorEquals": ["Pipes.ConflictException"],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": ["States.ALL"],
          "IntervalSeconds": 1,
          "BackoffRate": 2,
          "MaxDelaySeconds": 10,
          "MaxAttempts": 5,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "ErrorEquals": ["Pipes.ConflictException"],
          "Next": "WaitForPipe"
        }
      ],
      "Next": "WaitForPipe"
    },
    "StartPipe": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:pipes:startPipe",
      "Arguments": {
        "Name": "${PipeName}"
      },
      "TimeoutSeconds": 10,
      "Retry": [
        {
          "ErrorEquals": ["Pipes.ConflictException"],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": ["States.ALL"],
          "IntervalSeconds": 1,
          "BackoffRate": 2,
          "MaxDelaySeconds": 10,
          "MaxAttempts": 5,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "ErrorEquals": ["Pipes.ConflictException"],
          "Next": "WaitForPipe"
        }
      ],
      "Next": "WaitForPipe"
    },
    "WaitForPipe": {
      "Comment": "A pipe takes up to two minutes to stop or start. The circuit may have moved meanwhile.",
      "Type": "Wait",
      "Seconds": 10,
      "Next": "GetCircuit"
    },
    "Stuck": {
      "Type": "Fail",
      "Error": "Pipe.Stuck",
      "Cause": "{% 'The pipe is ' & $pipe & ' and should ' & ($closed ? 'run' : 'stand still') %}"
    },
    "AsWanted": {
      "Type": "Succeed",
      "Output": {
        "pipe": "{% $pipe %}"
      }
    },
    "IsProbeDue": {
      "Comment": "Late in this execution there is no time left for a probe: the next one, within a minute, does it.",
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $probeable and $millis() - $toMillis($states.context.Execution.StartTime) < ${ProbeWithinMs} %}",
          "Next": "[=slot("pipe-control.probe")?has_content?then("IsRealProbe", "ProbeWithoutMessage")]"
        }
      ],
      "Default": "AsWanted"
    },
[=slot("pipe-control.probe")]    "ProbeWithoutMessage": {
      "Comment": "The work looks whether what it depends on answers, and changes nothing.",
      "Type": "Task",
      "Resource": "[=slot("pipe-control.start-resource")?trim]",
      "Arguments": {
        "StateMachineArn": "${BreakerArn}",
        "Input": "{% $string({'id': 'probe-' & $states.context.Execution.Name, 'receivedAt': $millis(), 'probe': true, 'body': ''}) %}"
      },
      "TimeoutSeconds": [=slot("pipe-control.probe-seconds")?trim],
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Next": "AsWanted"
        }
      ],
      "Next": "AsWanted"
    }
  }
}
