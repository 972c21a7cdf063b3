[#import "/crud.ftl" as answers]
    "Read": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:dynamodb:getItem",
      "Arguments": {
        "TableName": "${TableName}",
        "Key": {
          "pk": { "S": "{% 'item#' & $states.input.id %}" }
        },
        "ConsistentRead": true
      },
[@answers.retryDynamoDb /]
      "Output": "{% $exists($states.result.Item) ? $states.result.Item.[@answers.resourceOf "" /] : {} %}",
      "Next": "IsThere"
    },
    "IsThere": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $exists($states.input.id) %}",
          "Next": "Found"
        }
      ],
      "Default": "NotFound"
    },
