[#import "/crud.ftl" as answers]
    "Delete": {
[@answers.invoke "Delete" /]
[@answers.retryLambda]
        {
          "ErrorEquals": ["${PreconditionRequired}"],
          "Next": "PreconditionRequired"
        },
        {
          "ErrorEquals": ["${NotFound}"],
          "Next": "NotFound"
        },
        {
          "ErrorEquals": ["${PreconditionFailed}"],
          "Next": "PreconditionFailed"
        },
[/@answers.retryLambda]
      "Next": "Deleted"
    },
