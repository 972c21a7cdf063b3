[#import "/crud.ftl" as answers]
    "Read": {
[@answers.invoke "Read" /]
[@answers.retryLambda]
        {
          "ErrorEquals": ["${NotFound}"],
          "Next": "NotFound"
        },
[/@answers.retryLambda]
      "Output": "{% $states.result.Payload %}",
      "Next": "Found"
    },
