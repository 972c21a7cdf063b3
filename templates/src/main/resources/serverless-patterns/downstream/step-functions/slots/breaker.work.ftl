      "Type": "Parallel",
      "Comment": "One branch: an execution that fails is an answer to startSyncExecution, and becomes an error of this state.",
      "Branches": [
        {
          "StartAt": "__State__Start",
          "States": {
            "__State__Start": {
              "Type": "Task",
              "Resource": "arn:aws:states:::aws-sdk:sfn:startSyncExecution",
              "Arguments": {
                "StateMachineArn": "${WorkStateMachineArn}",
                "Input": "{% $string($request) %}"
              },
              "TimeoutSeconds": [=slot("breaker.work-seconds")?trim],
              "Catch": [
                {
                  "ErrorEquals": ["States.ALL"],
                  "Output": "{% $states.errorOutput %}",
                  "Next": "__State__Status"
                }
              ],
              "Next": "__State__Status"
            },
            "__State__Status": {
              "Type": "Choice",
              "Choices": [
                {
                  "Condition": "{% $states.input.Status = 'SUCCEEDED' %}",
                  "Output": "{% $parse($states.input.Output) %}",
                  "Next": "__State__AttemptDone"
                },
                {
                  "Condition": "{% $states.input.Error in ['Work.Rejected', 'States.QueryEvaluationError', 'States.DataLimitExceeded'] %}",
                  "Next": "__State__AttemptRejected"
                },
                {
                  "Condition": "{% $not($exists($states.input.Status)) and $contains($states.input.Error & ' ' & $states.input.Cause, /Throttl|Rate exceeded|LimitExceeded/) %}",
                  "Next": "__State__AttemptThrottled"
                }
              ],
              "Default": "__State__AttemptFailed"
            },
            "__State__AttemptDone": {
              "Type": "Succeed"
            },
            "__State__AttemptRejected": {
              "Type": "Fail",
              "Error": "Work.Rejected",
              "Cause": "{% $states.input.Error = 'Work.Rejected' ? $substring($states.input.Cause & '', 0, 500) : $states.input.Error = 'States.DataLimitExceeded' ? 'The answer of the work is too large' : 'The body is no JSON' %}"
            },
            "__State__AttemptThrottled": {
              "Type": "Fail",
              "Error": "Work.Throttled",
              "Cause": "{% $substring($states.input.Error & ': ' & $states.input.Cause, 0, 500) %}"
            },
            "__State__AttemptFailed": {
              "Type": "Fail",
              "Error": "{% $exists($states.input.Error) ? $replace($states.input.Error, 'States.', '') : $states.input.Status %}",
              "Cause": "{% $substring($states.input.Error & ': ' & $states.input.Cause, 0, 500) %}"
            }
          }
        }
      ],
