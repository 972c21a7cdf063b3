      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${WorkFunctionArn}",
        "Payload": "{% $request %}"
      },
      "TimeoutSeconds": [=slot("breaker.work-seconds")?trim],
