[#assign fifo = slot("work-queue.fifo")?has_content]
    "WorkFailed": {
      "Comment": "Only a failure of the work counts against a message: how many there were goes with it.",
      "Type": "Pass",
      "Assign": {
        "failed": "{% $message = null ? 0 : [$number($message.messageAttributes.failures.stringValue[$contains($, /^[0-9]{1,6}$/)]), 0][0] + ($failure = 'Work.Failed' ? 1 : 0) %}"
      },
      "Next": "PutAway"
    },
    "PutAway": {
      "Comment": "Nobody else has the message: it goes back into the queue or to the dead letters. A probe without one leaves nothing.",
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $message = null %}",
          "Next": "Failed"
        },
        {
          "Condition": "{% $failed >= ${MaxFailures} %}",
          "Next": "GiveUp"
        }
      ],
      "Default": "[=fifo?then("HoldBack", "PutBack")]"
    },
[#if fifo]
    "HoldBack": {
      "Comment": "A FIFO queue delays no single message, so the execution does: longer than the pipe can take to stop.",
      "Type": "Wait",
      "Seconds": "{% $floor(${PutBackSeconds} * ($failure = 'Work.Throttled' ? 0.1 + 0.3 * $random() : 1)) %}",
      "Next": "PutBack"
    },
[/#if]
    "PutBack": {
      "Comment": "With what it had. The retries outlast the execution: what could not be put back raises the alarm TimedOut.",
      "Type": "Task",
      "Resource": "arn:aws:states:::sqs:sendMessage",
      "Arguments": {
        "QueueUrl": "${QueueUrl}",
        "MessageBody": "{% $message.body %}",
[#if fifo]
        "MessageGroupId": "{% $message.attributes.MessageGroupId %}",
        "MessageDeduplicationId": "{% $uuid() %}",
[#else]
        "DelaySeconds": "{% $floor(${PutBackSeconds} * ($failure = 'Work.Throttled' ? 0.1 + 0.3 * $random() : 1)) %}",
[/#if]
        "MessageAttributes": "{% $merge([$merge($append({}, $each($message.messageAttributes, function($value, $name) { {$name: {'DataType': $value.dataType, 'StringValue': $value.stringValue}} }))), {'id': {'DataType': 'String', 'StringValue': $request.id}, 'receivedAt': {'DataType': 'Number', 'StringValue': $string($request.receivedAt)}}, $failure = 'Work.Failed' ? {'failures': {'DataType': 'Number', 'StringValue': $string($failed)}} : {}]) %}"
      },
[=slot("breaker.send")]      "Next": "Failed"
    },
    "GiveUp": {
      "Comment": "Moved back from the dead letters it starts anew: without the count of its failures.",
      "Type": "Task",
      "Resource": "arn:aws:states:::sqs:sendMessage",
      "Arguments": {
        "QueueUrl": "${DeadLetterQueueUrl}",
        "MessageBody": "{% $message.body %}",
[#if fifo]
        "MessageGroupId": "{% $message.attributes.MessageGroupId %}",
        "MessageDeduplicationId": "{% $uuid() %}",
[/#if]
        "MessageAttributes": "{% $merge([$merge($append({}, $each($message.messageAttributes, function($value, $name) { $name = 'failures' ? {} : {$name: {'DataType': $value.dataType, 'StringValue': $value.stringValue}} }))), {'id': {'DataType': 'String', 'StringValue': $request.id}, 'receivedAt': {'DataType': 'Number', 'StringValue': $string($request.receivedAt)}, 'reason': {'DataType': 'String', 'StringValue': $substring($reason, 0, 500)}}]) %}"
      },
[=slot("breaker.send")]      "Next": "Failed"
    },
    "Failed": {
      "Comment": "The message is where it belongs: this only says how the execution ended.",
      "Type": "Fail",
      "Error": "{% $failure %}",
      "Cause": "{% $reason %}"
    }
