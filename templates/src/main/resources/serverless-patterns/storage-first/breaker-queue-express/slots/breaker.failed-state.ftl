[#if slot("work-queue.fifo")?has_content]
    "WorkFailed": {
      "Comment": "The message comes back after the visibility timeout, and its group waits behind it.",
      "Type": "Fail",
      "Error": "{% $failure %}",
      "Cause": "{% $reason %}"
    }
[#else]
    "WorkFailed": {
      "Comment": "Only a failure counts against a message. One that we throttled ourselves goes back into the queue as a new message.",
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $failure = 'Work.Throttled' and $message != null %}",
          "Next": "PutBack"
        }
      ],
      "Default": "Failed"
    },
    "PutBack": {
      "Type": "Task",
      "Resource": "arn:aws:states:::sqs:sendMessage",
      "Arguments": {
        "QueueUrl": "${QueueUrl}",
        "MessageBody": "{% $message.body %}",
        "DelaySeconds": "{% $floor(10 + 50 * $random()) %}",
        "MessageAttributes": "{% $merge([$merge($append({}, $each($message.messageAttributes, function($value, $name) { {$name: {'DataType': $value.dataType, 'StringValue': $value.stringValue}} }))), {'id': {'DataType': 'String', 'StringValue': $request.id}, 'receivedAt': {'DataType': 'Number', 'StringValue': $string($request.receivedAt)}}]) %}"
      },
[=slot("breaker.send")]      "Output": {
        "outcome": "PUT_BACK"
      },
      "End": true
    },
    "Failed": {
      "Comment": "The message comes back after the visibility timeout.",
      "Type": "Fail",
      "Error": "{% $failure %}",
      "Cause": "{% $reason %}"
    }
[/#if]
