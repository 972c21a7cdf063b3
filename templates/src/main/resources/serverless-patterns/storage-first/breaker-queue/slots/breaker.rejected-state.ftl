    "Rejected": {
      "Comment": "Poison: it would fail every time. A probe without a message leaves nothing to set aside.",
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $message = null %}",
          "Next": "ProbeRejected"
        }
      ],
      "Default": "SetAside"
    },
    "SetAside": {
      "Comment": "The message as it came, so that it can be moved back. Then the execution has succeeded, and the pipe deletes the message.",
      "Type": "Task",
      "Resource": "arn:aws:states:::sqs:sendMessage",
      "Arguments": {
        "QueueUrl": "${DeadLetterQueueUrl}",
        "MessageBody": "{% $message.body %}",
[#if slot("work-queue.fifo")?has_content]
        "MessageGroupId": "{% $message.attributes.MessageGroupId %}",
        "MessageDeduplicationId": "{% $uuid() %}",
[/#if]
        "MessageAttributes": "{% $merge([{'id': {'DataType': 'String', 'StringValue': $message.messageId}}, $merge($append({}, $each($message.messageAttributes, function($value, $name) { {$name: {'DataType': $value.dataType, 'StringValue': $value.stringValue}} }))), {'reason': {'DataType': 'String', 'StringValue': $substring($reason, 0, 500)}}]) %}"
      },
[=slot("breaker.send")][#if slot("breaker.ledger")?has_content]
      "Next": "RememberRejected"
[#else]
      "Output": {
        "outcome": "REJECTED"
      },
      "End": true
[/#if]
    },
    "ProbeRejected": {
      "Type": "Succeed"
    },
