[#import "/crud.ftl" as answers]
    "List": {
[@answers.invoke "List" /]
[@answers.retryLambda]
[@answers.said "ParameterNotValid" "NotValid" /]
[/@answers.retryLambda]
      "Output": "{% $states.result.Payload %}",
      "Next": "Listed"
    },
