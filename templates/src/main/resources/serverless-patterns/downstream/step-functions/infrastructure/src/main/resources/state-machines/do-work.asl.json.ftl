{
  "Comment": "Works on one [=resource]: this is the place for your business steps. It runs inside the circuit breaker, which tries again what fails and never tries again what ends with Work.Rejected.",
  "QueryLanguage": "JSONata",
  "TimeoutSeconds": [=slot("breaker.work-seconds")?trim?number - 1],
  "StartAt": "IsProbe",
  "States": {
    "IsProbe": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.probe = true %}",
          "Next": "CheckTable"
        }
      ],
      "Default": "Read"
    },
    "CheckTable": {
      "Type": "Task",
      "Comment": "A probe without a request: uses what the work depends on and changes nothing.",
      "Resource": "arn:aws:states:::dynamodb:getItem",
      "Arguments": {
        "TableName": "${TableName}",
        "Key": {
          "id": {
            "S": "{% $states.input.id %}"
          }
        }
      },
      "TimeoutSeconds": 2,
      "Output": {
        "outcome": "HEALTHY"
      },
      "End": true
    },
    "Read": {
      "Type": "Pass",
      "Comment": "A body that is no JSON ends the execution here with States.QueryEvaluationError, which the breaker takes for a rejection.",
      "Assign": {
        "content": "{% $parse($states.input.body) %}"
      },
      "Next": "IsValid"
    },
    "IsValid": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $type($content.name) = 'string' and $type($content.quantity) = 'number' %}",
          "Next": "Save"
        }
      ],
      "Default": "Reject"
    },
    "Save": {
      "Type": "Task",
      "Comment": "Once for each id, however often it is tried.",
      "Resource": "arn:aws:states:::dynamodb:putItem",
      "Arguments": {
        "TableName": "${TableName}",
        "Item": {
          "id": {
            "S": "{% $states.input.id %}"
          },
          "name": {
            "S": "{% $content.name %}"
          },
          "quantity": {
            "N": "{% $string($content.quantity) %}"
          },
          "receivedAt": {
            "N": "{% $string($states.input.receivedAt) %}"
          }
        },
        "ConditionExpression": "attribute_not_exists(id)"
      },
      "TimeoutSeconds": 2,
      "Catch": [
        {
          "ErrorEquals": ["DynamoDB.ConditionalCheckFailedException"],
          "Output": {
            "outcome": "DUPLICATE"
          },
          "Next": "Done"
        }
      ],
      "Output": {
        "outcome": "DONE"
      },
      "Next": "Done"
    },
    "Done": {
      "Type": "Succeed"
    },
    "Reject": {
      "Type": "Fail",
      "Error": "Work.Rejected",
      "Cause": "name must be a text and quantity a number"
    }
  }
}
