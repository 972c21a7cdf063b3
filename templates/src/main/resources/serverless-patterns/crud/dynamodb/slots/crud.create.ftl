[#import "/crud.ftl" as answers]
    "Create": {
      "Type": "Choice",
      "Comment": "A repeated request finds the row of its key, whose name says who used which key.",
      "Choices": [
        {
          "Condition": "{% $states.input.idempotencyKey = '' %}",
          "Next": "KeyNotValid"
        },
        {
          "Condition": "{% $trim($parse($states.input.body).name) = '' %}",
          "Next": "Unprocessable"
        }
      ],
      "Assign": {
        "id": "{% $uuid() %}",
        "createdAt": "{% $now() %}",
        "expiresAt": "{% $string($floor($millis() / 1000) + 86400) %}",
        "epoch": "{% $string($floor($millis() / 1000)) %}",
        "content": "{% $parse($states.input.body) %}",
        "contentHash": "{% $hash($string([$parse($states.input.body).name, $parse($states.input.body).quantity]), 'SHA-256') %}",
        "key": "{% 'key#' & $hash($states.input.caller & '#' & $states.input.idempotencyKey, 'SHA-256') %}",
        "requestId": "{% $states.input.requestId %}"
      },
      "Default": "Store"
    },
    "Store": {
      "Type": "Task",
      "Comment": "Both rows or none. A key counts for 24 hours, whenever its row is deleted.",
      "Resource": "arn:aws:states:::aws-sdk:dynamodb:transactWriteItems",
      "Arguments": {
        "TransactItems": [
          {
            "Put": {
              "TableName": "${TableName}",
              "Item": {
                "pk": { "S": "{% $key %}" },
                "id": { "S": "{% $id %}" },
                "createdAt": { "S": "{% $createdAt %}" },
                "contentHash": { "S": "{% $contentHash %}" },
                "expiresAt": { "N": "{% $expiresAt %}" }
              },
              "ConditionExpression": "attribute_not_exists(pk) OR expiresAt <= :epoch",
              "ExpressionAttributeValues": {
                ":epoch": { "N": "{% $epoch %}" }
              }
            }
          },
          {
            "Put": {
              "TableName": "${TableName}",
              "Item": {
                "pk": { "S": "{% 'item#' & $id %}" },
                "id": { "S": "{% $id %}" },
                "name": { "S": "{% $content.name %}" },
                "quantity": { "N": "{% $string($content.quantity) %}" },
                "version": { "N": "1" },
                "createdAt": { "S": "{% $createdAt %}" },
                "updatedAt": { "S": "{% $createdAt %}" },
                "listName": { "S": "all" },
                "listOrder": { "S": "{% $createdAt & $id %}" },
                "requestId": { "S": "{% $requestId %}" }
              },
              "ConditionExpression": "attribute_not_exists(pk)"
            }
          }
        ]
      },
[@answers.retryDynamoDb]
        {
          "ErrorEquals": ["DynamoDb.TransactionCanceledException"],
          "Assign": {
            "cause": "{% $states.errorOutput.Cause %}"
          },
          "Next": "FindKey"
        },
[/@answers.retryDynamoDb]
      "Output": "{% {'id': $id, 'name': $content.name, 'quantity': $content.quantity, 'version': 1, 'createdAt': $createdAt, 'updatedAt': $createdAt} %}",
      "Next": "Created"
    },
    "FindKey": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:dynamodb:getItem",
      "Arguments": {
        "TableName": "${TableName}",
        "Key": {
          "pk": { "S": "{% $key %}" }
        },
        "ConsistentRead": true
      },
[@answers.retryDynamoDb /]
      "Output": "{% $exists($states.result.Item) ? $states.result.Item : {} %}",
      "Next": "IsRepetition"
    },
    "IsRepetition": {
      "Type": "Choice",
      "Comment": "The same key and the same content: the answer that the first request got.",
      "Choices": [
        {
          "Condition": "{% $states.input.contentHash.S = $contentHash %}",
          "Output": "{% {'id': $states.input.id.S, 'name': $content.name, 'quantity': $content.quantity, 'version': 1, 'createdAt': $states.input.createdAt.S, 'updatedAt': $states.input.createdAt.S} %}",
          "Next": "Created"
        },
        {
          "Condition": "{% $exists($states.input.contentHash) %}",
          "Next": "KeyReused"
        },
        {
          "Condition": "{% $contains($cause, 'TransactionConflict') %}",
          "Next": "KeyInUse"
        }
      ],
      "Default": "Unavailable"
    },
