[#import "/crud.ftl" as answers]
    "Delete": {
      "Type": "Choice",
      "Comment": "If-Match as for Update.",
      "Choices": [
        {
          "Condition": "{% $states.input.ifMatch = '' %}",
          "Next": "PreconditionRequired"
        }
      ],
      "Assign": {
        "id": "{% $states.input.id %}",
        "version": "{% $contains($states.input.ifMatch, /^(\"[1-9][0-9]{0,14}\"|[*])$/) ? $replace($states.input.ifMatch, '\"', '') : '0' %}"
      },
      "Default": "DeleteItem"
    },
    "DeleteItem": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:dynamodb:deleteItem",
      "Arguments": {
        "TableName": "${TableName}",
        "Key": {
          "pk": { "S": "{% 'item#' & $id %}" }
        },
        "ConditionExpression": "version BETWEEN :least AND :most",
        "ExpressionAttributeValues": {
          ":least": { "N": "{% $version = '*' ? '1' : $version %}" },
          ":most": { "N": "{% $version = '*' ? '999999999999999' : $version %}" }
        }
      },
[@answers.retryDynamoDb]
        {
          "ErrorEquals": ["DynamoDb.ConditionalCheckFailedException"],
          "Next": "WhyNotDeleted"
        },
[/@answers.retryDynamoDb]
      "Next": "Deleted"
    },
    "WhyNotDeleted": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:dynamodb:getItem",
      "Arguments": {
        "TableName": "${TableName}",
        "Key": {
          "pk": { "S": "{% 'item#' & $id %}" }
        },
        "ConsistentRead": true
      },
[@answers.retryDynamoDb /]
      "Output": "{% $exists($states.result.Item) ? $states.result.Item : {} %}",
      "Next": "IsStillThere"
    },
    "IsStillThere": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $exists($states.input.id) %}",
          "Next": "PreconditionFailed"
        }
      ],
      "Default": "NotFound"
    },
