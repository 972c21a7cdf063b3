[#import "/crud.ftl" as answers]
    "Create": {
[@answers.invoke "Create" /]
[@answers.retryLambda]
[@answers.said "ParameterNotValid" "NotValid" /]
[@answers.said "Unprocessable" "Rejected" /]
        {
          "ErrorEquals": ["${KeyInUse}"],
          "Next": "KeyInUse"
        },
[/@answers.retryLambda]
      "Output": "{% $states.result.Payload %}",
      "Next": "Created"
    },
