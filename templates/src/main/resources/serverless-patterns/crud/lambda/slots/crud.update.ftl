[#import "/crud.ftl" as answers]
    "Update": {
[@answers.invoke "Update" /]
[@answers.retryLambda]
        {
          "ErrorEquals": ["${PreconditionRequired}"],
          "Next": "PreconditionRequired"
        },
[@answers.said "Unprocessable" "Rejected" /]
        {
          "ErrorEquals": ["${NotFound}"],
          "Next": "NotFound"
        },
        {
          "ErrorEquals": ["${PreconditionFailed}"],
          "Next": "PreconditionFailed"
        },
[/@answers.retryLambda]
      "Output": "{% $states.result.Payload %}",
      "Next": "Found"
    },
