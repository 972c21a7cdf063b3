[#import "/crud.ftl" as answers]
    "List": {
      "Type": "Choice",
      "Comment": "A nextToken is the place in the list where the page before it ended.",
      "Choices": [
        {
          "Condition": "{% $states.input.limit != '' and $not($contains($states.input.limit, /^([1-9][0-9]?|100)$/)) %}",
          "Next": "LimitNotValid"
        },
        {
          "Condition": "{% $states.input.nextToken != '' and $not($contains($states.input.nextToken, /^[A-Za-z0-9]{80}$/)) %}",
          "Next": "TokenNotValid"
        },
        {
          "Condition": "{% $states.input.nextToken != '' and $not($contains($base64decode($states.input.nextToken), /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z[0-9a-f-]{36}$/)) %}",
          "Next": "TokenNotValid"
        }
      ],
      "Assign": {
        "limit": "{% $states.input.limit = '' ? 20 : $number($states.input.limit) %}",
        "before": "{% $states.input.nextToken = '' ? '~' : $base64decode($states.input.nextToken) %}"
      },
      "Default": "QueryPage"
    },
    "QueryPage": {
      "Type": "Task",
      "Comment": "The newest first.",
      "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
      "Arguments": {
        "TableName": "${TableName}",
        "IndexName": "${IndexName}",
        "KeyConditionExpression": "listName = :list AND listOrder < :before",
        "ExpressionAttributeValues": {
          ":list": { "S": "all" },
          ":before": { "S": "{% $before %}" }
        },
        "ScanIndexForward": false,
        "Limit": "{% $limit %}"
      },
[@answers.retryDynamoDb /]
      "Output": "{% {'items': [$states.result.Items.[@answers.resourceOf "" /]], 'nextToken': $base64encode($states.result.LastEvaluatedKey.listOrder.S)} %}",
      "Next": "Listed"
    },
