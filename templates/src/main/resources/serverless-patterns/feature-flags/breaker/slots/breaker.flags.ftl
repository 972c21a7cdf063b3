[#assign newProcessing = lines("feature-flags.flags")?filter(line -> line?starts_with("newProcessing "))?has_content]
    "ReadFlags": {
      "Comment": "Not tried again: a request does not wait for flags, and every flag is off when they cannot be read.",
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${ReadFlagsFunctionArn}",
        "Payload": {}
      },
      "TimeoutSeconds": 3,
      "Assign": {
        "bypass": "{% $states.result.Payload.bypassCircuitBreaker = true %}"
      },
[#if newProcessing]
      "Output": "{% $merge([$states.input, {'newProcessing': $states.result.Payload.newProcessing = true}]) %}",
[#else]
      "Output": "{% $states.input %}",
[/#if]
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Assign": {
            "bypass": false
          },
[#if newProcessing]
          "Output": "{% $merge([$states.input, {'newProcessing': false}]) %}",
[#else]
          "Output": "{% $states.input %}",
[/#if]
          "Next": "IsBypassed"
        }
      ],
      "Next": "IsBypassed"
    },
    "IsBypassed": {
      "Comment": "As if an operator kept the circuit closed: it is neither asked nor moved.",
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $bypass %}",
          "Assign": {
            "request": "{% $states.input %}",
[#if slot("breaker.ledger")?has_content]
            "status": "CLOSED",
[/#if]
            "forced": true
          },
          "Next": "[=slot("breaker.ledger")?has_content?then("HasRow", "Work")]"
        }
      ],
      "Default": "GetCircuit"
    },
