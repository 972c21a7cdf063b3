[#import "/crud.ftl" as answers]
    "Update": {
      "Type": "Choice",
      "Comment": "If-Match is an ETag, or * for any version. What is no ETag of ours is the ETag of no version.",
      "Choices": [
        {
          "Condition": "{% $states.input.ifMatch = '' %}",
          "Next": "PreconditionRequired"
        },
        {
          "Condition": "{% $trim($parse($states.input.body).name) = '' %}",
          "Next": "Unprocessable"
        }
      ],
      "Assign": {
        "id": "{% $states.input.id %}",
        "content": "{% $parse($states.input.body) %}",
        "version": "{% $contains($states.input.ifMatch, /^(\"[1-9][0-9]{0,14}\"|[*])$/) ? $replace($states.input.ifMatch, '\"', '') : '0' %}",
        "requestId": "{% $states.input.requestId %}"
      },
      "Default": "UpdateItem"
    },
    "UpdateItem": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:dynamodb:updateItem",
      "Arguments": {
        "TableName": "${TableName}",
        "Key": {
          "pk": { "S": "{% 'item#' & $id %}" }
        },
        "ConditionExpression": "version BETWEEN :least AND :most",
        "UpdateExpression": "SET #name = :name, quantity = :quantity, version = version + :one, updatedAt = :now, requestId = :requestId",
        "ExpressionAttributeNames": {
          "#name": "name"
        },
        "ExpressionAttributeValues": {
          ":least": { "N": "{% $version = '*' ? '1' : $version %}" },
          ":most": { "N": "{% $version = '*' ? '999999999999999' : $version %}" },
          ":name": { "S": "{% $content.name %}" },
          ":quantity": { "N": "{% $string($content.quantity) %}" },
          ":one": { "N": "1" },
          ":now": { "S": "{% $now() %}" },
          ":requestId": { "S": "{% $requestId %}" }
        },
        "ReturnValues": "ALL_NEW"
      },
[@answers.retryDynamoDb]
        {
          "ErrorEquals": ["DynamoDb.ConditionalCheckFailedException"],
          "Next": "WhyNotUpdated"
        },
[/@answers.retryDynamoDb]
      "Output": "{% $states.result.Attributes.[@answers.resourceOf "" /] %}",
      "Next": "Found"
    },
    "WhyNotUpdated": {
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
      "Next": "WasItUpdated"
    },
    "WasItUpdated": {
      "Type": "Choice",
      "Comment": "An update whose answer got lost has made this version itself.",
      "Choices": [
        {
          "Condition": "{% $states.input.requestId.S = $requestId %}",
          "Output": "{% $states.input.[@answers.resourceOf "" /] %}",
          "Next": "Found"
        },
        {
          "Condition": "{% $exists($states.input.id) %}",
          "Next": "PreconditionFailed"
        }
      ],
      "Default": "NotFound"
    },
