[#import "/crud.ftl" as answers]
[#macro start operation]
    "[=operation]": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:sfn:startSyncExecution",
      "Arguments": {
        "StateMachineArn": "${[=operation]Arn}",
        "Name": "{% $states.input.requestId %}",
        "Input": "{% $string($states.input) %}"
      },
      "TimeoutSeconds": [=(featureFlags == "true")?then(25, 26)],
      "Retry": [
        {
          "ErrorEquals": ["Sfn.ExecutionLimitExceededException", "Sfn.SdkClientException", "Sfn.SfnException"],
          "IntervalSeconds": 1,
          "BackoffRate": 2,
          "MaxAttempts": 1,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "ErrorEquals": ["States.Timeout"],
          "Next": "TimedOut"
        },
        {
          "ErrorEquals": ["Sfn.ExecutionLimitExceededException", "Sfn.SdkClientException", "Sfn.SfnException"],
          "Next": "Unavailable"
        }
      ],
      "Next": "IsAnswered"
    },
[/#macro]
[#assign branches]
[#list ["Create", "List", "Read", "Update", "Delete"] as operation]
[@start operation /]
[/#list]
    "IsAnswered": {
      "Type": "Choice",
      "Comment": "An execution that failed is no failed call: its status says so.",
      "Choices": [
        {
          "Condition": "{% $states.input.Status = 'SUCCEEDED' %}",
          "Output": "{% $parse($states.input.Output) %}",
          "Next": "Answered"
        },
        {
          "Condition": "{% $states.input.Status = 'TIMED_OUT' %}",
          "Next": "TimedOut"
        }
      ],
      "Default": "Failed"
    },
    "Answered": {
      "Type": "Succeed"
    },
    "Failed": {
      "Type": "Fail",
      "Error": "{% $exists($states.input.Error) ? $states.input.Error : 'Crud.Failed' %}",
      "Cause": "{% $exists($states.input.Cause) ? $states.input.Cause : $states.input.Status %}"
    },
[/#assign]
{
  "Comment": "Answers the requests for [=resources]: the method and the resource choose the state machine that does it.",
  "QueryLanguage": "JSONata",
  "StartAt": "[#if lines("crud.start-at")?has_content][=lines("crud.start-at")?first][#else]Route[/#if]",
  "TimeoutSeconds": 28,
  "States": {
[=slot("crud.start")][@answers.route /]
[=branches]
[@answers.states text=branches + '"NotFound" "NoSuchMethod"' /]
  }
}
