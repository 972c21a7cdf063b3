[#assign object = slot("ecs-work.object")?has_content]
      "Type": "Parallel",
      "Comment": "One branch: how a task ended stands in the cause of its failure, and becomes the name of an error of this state.",
      "Branches": [
        {
          "StartAt": "__State__[=object?then("Run", "Store")]",
          "States": {
[#if !object]
            "__State__Store": {
              "Type": "Task",
              "Comment": "A request is too large for the overrides of a task, which take 8 KiB.",
              "Resource": "arn:aws:states:::aws-sdk:s3:putObject",
              "Arguments": {
                "Bucket": "${WorkBucketName}",
                "Key": "{% 'requests/' & $request.id & '.json' %}",
                "ContentType": "application/json",
                "Body": "{% $request %}"
              },
              "TimeoutSeconds": 30,
              "Output": {},
              "Next": "__State__Run"
            },
[/#if]
            "__State__Run": {
              "Type": "Task",
              "Resource": "arn:aws:states:::ecs:runTask.sync",
              "Arguments": {
                "Cluster": "${WorkClusterArn}",
                "TaskDefinition": "${WorkTaskFamily}",
                "LaunchType": "FARGATE",
                "NetworkConfiguration": {
                  "AwsvpcConfiguration": {
                    "AssignPublicIp": "ENABLED",
                    "SecurityGroups": ["${WorkSecurityGroupId}"],
                    "Subnets": ["${WorkSubnet1Id}", "${WorkSubnet2Id}"]
                  }
                },
                "Overrides": {
                  "ContainerOverrides": [
                    {
                      "Name": "work",
                      "Environment": [
[#if object]
                        {
                          "Name": "REQUEST_ID",
                          "Value": "{% $request.id %}"
                        },
                        {
                          "Name": "RECEIVED_AT",
                          "Value": "{% $string($request.receivedAt) %}"
                        },
                        {
                          "Name": "REQUEST_BUCKET",
                          "Value": "${InboxBucketName}"
                        },
                        {
                          "Name": "REQUEST_KEY",
                          "Value": "{% $request.probe = true ? '' : $request.object.key %}"
                        },
                        {
                          "Name": "REQUEST_VERSION",
                          "Value": "{% $request.probe = true ? '' : $request.object.versionId %}"
                        },
[#else]
                        {
                          "Name": "REQUEST_URI",
                          "Value": "{% 's3://${WorkBucketName}/requests/' & $request.id & '.json' %}"
                        },
[/#if]
                        {
                          "Name": "RESULT_URI",
                          "Value": "{% 's3://${WorkBucketName}/results/' & $request.id & '.json' %}"
                        },
                        {
                          "Name": "PROBE",
                          "Value": "{% $request.probe = true ? 'true' : 'false' %}"
                        }
                      ]
                    }
                  ]
                }
              },
              "TimeoutSeconds": [=slot("breaker.work-seconds")?trim?number - 60],
              "Output": {},
              "Catch": [
                {
                  "ErrorEquals": ["States.ALL"],
                  "Output": "{% $states.errorOutput %}",
                  "Next": "__State__Ended"
                }
              ],
              "Next": "__State__Result"
            },
            "__State__Result": {
              "Type": "Task",
              "Comment": "The work is done, and need not have a result.",
              "Resource": "arn:aws:states:::aws-sdk:s3:getObject",
              "Arguments": {
                "Bucket": "${WorkBucketName}",
                "Key": "{% 'results/' & $request.id & '.json' %}"
              },
              "TimeoutSeconds": 30,
              "Output": "{% $parse($states.result.Body) %}",
              "Catch": [
                {
                  "ErrorEquals": ["States.ALL"],
                  "Output": {
                    "outcome": "DONE"
                  },
                  "Next": "__State__AttemptDone"
                }
              ],
              "Next": "__State__AttemptDone"
            },
            "__State__AttemptDone": {
              "Type": "Succeed"
            },
            "__State__Ended": {
              "Type": "Choice",
              "Choices": [
                {
                  "Condition": "{% $contains($states.input.Cause & '', /\"ExitCode\" ?: ?65[^0-9]/) %}",
                  "Next": "__State__AttemptRejected"
                },
                {
                  "Condition": "{% $contains($states.input.Error & ' ' & $states.input.Cause, /Throttl|Rate exceeded|LimitExceeded|reached the limit/) %}",
                  "Next": "__State__AttemptThrottled"
                }
              ],
              "Default": "__State__AttemptFailed"
            },
            "__State__AttemptRejected": {
              "Type": "Fail",
              "Error": "Work.Rejected",
              "Cause": "The work rejected the request"
            },
            "__State__AttemptThrottled": {
              "Type": "Fail",
              "Error": "Work.Throttled",
              "Cause": "{% $substring($states.input.Error & ': ' & $states.input.Cause, 0, 500) %}"
            },
            "__State__AttemptFailed": {
              "Type": "Fail",
              "Error": "{% $replace($states.input.Error, 'States.', '') %}",
              "Cause": "{% $substring($states.input.Error & ': ' & $states.input.Cause, 0, 500) %}"
            }
          }
        }
      ],
