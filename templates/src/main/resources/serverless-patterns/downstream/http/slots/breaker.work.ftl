      "Type": "Parallel",
      "Comment": "One branch: what the service answers becomes one of three errors of this state, or its result.",
      "Branches": [
        {
          "StartAt": "__State__HasRequest",
          "States": {
            "__State__HasRequest": {
              "Type": "Choice",
              "Choices": [
                {
                  "Condition": "{% $request.probe = true %}",
                  "Next": "__State__Health"
                }
              ],
              "Default": "__State__Call"
            },
            "__State__Call": {
              "Type": "Task",
              "Resource": "arn:aws:states:::http:invoke",
              "Arguments": {
                "ApiEndpoint": "${WorkUrl}",
                "Method": "POST",
                "Authentication": {
                  "ConnectionArn": "${WorkConnectionArn}"
                },
                "Headers": {
                  "Content-Type": "application/json",
                  "Idempotency-Key": "{% $request.id %}"
                },
                "RequestBody": "{% $parse($request.body) %}"
              },
              "TimeoutSeconds": [=slot("breaker.work-seconds")?trim],
              "Output": "{% $exists($states.result.ResponseBody) ? $states.result.ResponseBody : {} %}",
              "Catch": [
                {
                  "ErrorEquals": ["States.ALL"],
                  "Output": "{% $states.errorOutput %}",
                  "Next": "__State__Answer"
                }
              ],
              "Next": "__State__AttemptDone"
            },
            "__State__Health": {
              "Type": "Task",
              "Comment": "A probe without a request: any 2xx is healthy.",
              "Resource": "arn:aws:states:::http:invoke",
              "Arguments": {
                "ApiEndpoint": "${WorkHealthUrl}",
                "Method": "GET",
                "Authentication": {
                  "ConnectionArn": "${WorkConnectionArn}"
                }
              },
              "TimeoutSeconds": [=slot("breaker.work-seconds")?trim],
              "Output": {},
              "Next": "__State__AttemptDone"
            },
            "__State__AttemptDone": {
              "Type": "Succeed"
            },
            "__State__Answer": {
              "Type": "Choice",
              "Comment": "401 and 403 are about our key, 408, 425 and 429 about the moment: none of them about the request. 409 says that the service still works on the same key.",
              "Choices": [
                {
                  "Condition": "{% $states.input.Error = 'States.Http.StatusCode.409' %}",
                  "Next": "__State__AttemptInProgress"
                },
                {
                  "Condition": "{% $states.input.Error in ['States.Http.StatusCode.401', 'States.Http.StatusCode.403', 'States.Http.StatusCode.407', 'States.Http.StatusCode.408', 'States.Http.StatusCode.425', 'States.Http.StatusCode.429'] %}",
                  "Next": "__State__AttemptFailed"
                },
                {
                  "Condition": "{% $contains($states.input.Error, 'States.Http.StatusCode.4') or $states.input.Error in ['States.DataLimitExceeded', 'States.QueryEvaluationError'] %}",
                  "Next": "__State__AttemptRejected"
                }
              ],
              "Default": "__State__AttemptFailed"
            },
            "__State__AttemptInProgress": {
              "Type": "Fail",
              "Error": "Work.Throttled",
              "Cause": "{% $substring($states.input.Error & ': ' & $states.input.Cause, 0, 500) %}"
            },
            "__State__AttemptRejected": {
              "Type": "Fail",
              "Error": "Work.Rejected",
              "Cause": "{% $states.input.Error = 'States.QueryEvaluationError' ? 'The body is no JSON' : $states.input.Error = 'States.DataLimitExceeded' ? 'The answer of the service is too large' : 'The service answered ' & $substringAfter($states.input.Error, 'StatusCode.') %}"
            },
            "__State__AttemptFailed": {
              "Type": "Fail",
              "Error": "{% $replace($states.input.Error, 'States.', '') %}",
              "Cause": "{% $substring($states.input.Error & ': ' & $states.input.Cause, 0, 500) %}"
            }
          }
        }
      ],
