{
  "Comment": "Has one signal about the service move the circuit, unless it is late, came before, or somebody forced the circuit. Every write holds only while the circuit is as it was read.",
  "QueryLanguage": "JSONata",
  "StartAt": "ReadSignal",
  "TimeoutSeconds": 240,
  "States": {
    "ReadSignal": {
      "Type": "Choice",
      "Choices": [
[=slot("circuit-control.signals")?chop_linebreak?replace("}\n        {", "},\n        {")]
      ],
      "Default": "Ignored"
    },
    "GetCircuit": {
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:getItem",
      "Arguments": {
        "TableName": "${CircuitTable}",
        "Key": {
          "id": {
            "S": "${CircuitName}"
          }
        },
        "ConsistentRead": true
      },
      "TimeoutSeconds": 5,
      "Retry": [
        {
          "ErrorEquals": ["States.ALL"],
          "IntervalSeconds": 1,
          "BackoffRate": 2,
          "MaxDelaySeconds": 20,
          "MaxAttempts": 5,
          "JitterStrategy": "FULL"
        }
      ],
      "Assign": {
        "nowMs": "{% $millis() %}",
        "tries": "{% $tries + 1 %}",
        "circuit": {
          "status": "{% $exists($states.result.Item.status.S) ? $states.result.Item.status.S : 'CLOSED' %}",
          "forced": "{% $states.result.Item.forced.BOOL = true %}",
          "changedAt": "{% $exists($states.result.Item.updatedAt.N) ? $number($states.result.Item.updatedAt.N) : 0 %}",
[=slot("circuit-control.attributes")?chop_linebreak?chop_linebreak?remove_ending(",")]
        }
      },
      "Next": "IsNews"
    },
    "IsNews": {
      "Type": "Choice",
      "Choices": [
[=slot("circuit-control.news")?chop_linebreak?replace("}\n        {", "},\n        {")]
      ],
      "Default": "Ignored"
    },
[=slot("circuit-control.states")]    "WriteIfUnchanged": {
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:updateItem",
      "Arguments": {
        "TableName": "${CircuitTable}",
        "Key": {
          "id": {
            "S": "${CircuitName}"
          }
        },
        "UpdateExpression": "{% $change.update %}",
        "ConditionExpression": "{% '(attribute_not_exists(#status) OR #status = :seenStatus) AND (attribute_not_exists(forced) OR forced = :seenForced) AND (attribute_not_exists(updatedAt) OR updatedAt = :seenChangedAt) AND ' & $change.condition %}",
        "ExpressionAttributeNames": {
          "#status": "status"
        },
        "ExpressionAttributeValues": "{% $merge([$change.values, {':seenStatus': {'S': $circuit.status}, ':seenForced': {'BOOL': $circuit.forced}, ':seenChangedAt': {'N': $string($circuit.changedAt)}}]) %}"
      },
      "TimeoutSeconds": 5,
      "Retry": [
        {
          "ErrorEquals": ["DynamoDB.ConditionalCheckFailedException", "DynamoDb.ConditionalCheckFailedException"],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": ["States.ALL"],
          "IntervalSeconds": 1,
          "BackoffRate": 2,
          "MaxDelaySeconds": 20,
          "MaxAttempts": 5,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "ErrorEquals": ["DynamoDB.ConditionalCheckFailedException", "DynamoDb.ConditionalCheckFailedException"],
          "Next": "LookAgain"
        }
      ],
      "Next": "Done"
    },
    "LookAgain": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $tries < 5 %}",
          "Next": "GetCircuit"
        }
      ],
      "Default": "Contended"
    },
    "Done": {
      "Type": "Succeed",
      "Output": {
        "signal": "{% $signal %}",
        "decision": "{% $change.decision %}"
      }
    },
    "Ignored": {
      "Type": "Succeed",
      "Output": {
        "decision": "IGNORED"
      }
    },
    "Contended": {
      "Type": "Fail",
      "Error": "Circuit.Contended",
      "Cause": "The circuit changed each time before this signal could be written"
    }
  }
}
