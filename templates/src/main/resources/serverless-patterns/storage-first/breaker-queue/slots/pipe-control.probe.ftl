    "IsRealProbe": {
      "Comment": "A stored request shows best whether its work succeeds. Where the same one has failed twice there is hardly another, and the work itself looks.",
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $probeCount < ${MaxProbes} %}",
          "Next": "ReceiveMessage"
        }
      ],
      "Default": "ProbeWithoutMessage"
    },
    "ReceiveMessage": {
      "Comment": "A message that [=slot("pipe-control.unfit")?trim] often already is not fit, or probes alone would bring it to the dead letters.",
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:sqs:receiveMessage",
      "Arguments": {
        "QueueUrl": "${QueueUrl}",
        "MaxNumberOfMessages": 1,
        "WaitTimeSeconds": 5,
        "MessageAttributeNames": ["All"],
        "MessageSystemAttributeNames": ["All"]
      },
      "TimeoutSeconds": 10,
      "Assign": {
        "message": "{% $exists($states.result.Messages[0]) ? $states.result.Messages[0] : null %}",
        "fit": "{% [=slot("pipe-control.fit")?trim] %}"
      },
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Next": "ProbeWithoutMessage"
        }
      ],
      "Next": "HasMessage"
    },
    "HasMessage": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $message = null %}",
          "Next": "CountHidden"
        }
      ],
      "Default": "CountProbe"
    },
    "CountHidden": {
      "Comment": "What failed a moment ago is hidden: the queue looks empty, and is not.",
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:sqs:getQueueAttributes",
      "Arguments": {
        "QueueUrl": "${QueueUrl}",
        "AttributeNames": [
          "ApproximateNumberOfMessages",
          "ApproximateNumberOfMessagesDelayed",
          "ApproximateNumberOfMessagesNotVisible"
        ]
      },
      "TimeoutSeconds": 5,
      "Assign": {
        "hidden": "{% $sum($each($states.result.Attributes, function($value) { $number($value) })) %}"
      },
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Next": "AsWanted"
        }
      ],
      "Next": "IsQueueEmpty"
    },
    "IsQueueEmpty": {
      "Comment": "A hidden message probes when it is back, which is a matter of minutes.",
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $hidden = 0 %}",
          "Next": "ProbeWithoutMessage"
        }
      ],
      "Default": "AsWanted"
    },
    "CountProbe": {
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:updateItem",
      "Arguments": {
        "TableName": "${CircuitTable}",
        "Key": {
          "id": {
            "S": "${CircuitName}"
          }
        },
        "UpdateExpression": "SET probeMessage = :message, probeCount = :count",
        "ConditionExpression": "#status IN (:open, :halfOpen)",
        "ExpressionAttributeNames": {
          "#status": "status"
        },
        "ExpressionAttributeValues": {
          ":message": {
            "S": "{% [=slot("pipe-control.probe-id")?trim] %}"
          },
          ":count": {
            "N": "{% $string($not($fit) ? ${MaxProbes} : [=slot("pipe-control.probe-id")?trim] = $probeMessage ? $probeCount + 1 : 1) %}"
          },
          ":open": {
            "S": "OPEN"
          },
          ":halfOpen": {
            "S": "HALF_OPEN"
          }
        }
      },
      "TimeoutSeconds": 5,
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Next": "ReleaseMessage"
        }
      ],
      "Next": "IsMessageFit"
    },
    "IsMessageFit": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $fit %}",
          "Next": "Probe"
        }
      ],
      "Default": "ReleaseMessage"
    },
    "Probe": {
      "Comment": "The message as the pipe would bring it, for the same state machine: there it is decided who probes, and what follows.",
      "Type": "Task",
      "Resource": "[=slot("pipe-control.start-resource")?trim]",
      "Arguments": {
        "StateMachineArn": "${BreakerArn}",
        "Input": "{% $string([{'messageId': $message.MessageId, 'receiptHandle': $message.ReceiptHandle, 'body': $message.Body, 'attributes': $message.Attributes, 'messageAttributes': $merge($append({}, $each($message.MessageAttributes, function($value, $name) { {$name: {'dataType': $value.DataType, 'stringValue': $value.StringValue}} })))}]) %}"
      },
      "TimeoutSeconds": [=slot("pipe-control.probe-seconds")?trim],
      "Assign": {
        "done": "{% [=slot("pipe-control.done")?trim] %}"
      },
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Next": "ReleaseMessage"
        }
      ],
      "Next": "IsMessageDone"
    },
    "IsMessageDone": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $done %}",
          "Next": "DeleteMessage"
        }
      ],
      "Default": "ReleaseMessage"
    },
    "DeleteMessage": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:sqs:deleteMessage",
      "Arguments": {
        "QueueUrl": "${QueueUrl}",
        "ReceiptHandle": "{% $message.ReceiptHandle %}"
      },
      "TimeoutSeconds": 5,
      "Retry": [
        {
          "ErrorEquals": ["States.ALL"],
          "IntervalSeconds": 1,
          "MaxAttempts": 3,
          "JitterStrategy": "FULL"
        }
      ],
      "Next": "AsWanted"
    },
    "ReleaseMessage": {
      "Comment": "It is the first to be worked on when the circuit is closed. If this fails, it comes back by itself after the visibility timeout.",
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:sqs:changeMessageVisibility",
      "Arguments": {
        "QueueUrl": "${QueueUrl}",
        "ReceiptHandle": "{% $message.ReceiptHandle %}",
        "VisibilityTimeout": 0
      },
      "TimeoutSeconds": 5,
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Next": "AsWanted"
        }
      ],
      "Next": "AsWanted"
    },
