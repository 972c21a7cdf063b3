[#-- ReadMessage where the text of a message is JSON. The nested JSONata makes the work item of $stored, the text parsed. --]
[#macro json]
    "ReadMessage": {
      "Comment": "A stored request as the pipe brings it, or the item of a probe without one. What is neither is poison.",
      "Type": "Parallel",
      "Branches": [
        {
          "StartAt": "ReadText",
          "States": {
            "ReadText": {
              "Type": "Pass",
              "Output": "{% $states.input.probe = true ? $states.input : ($stored := $parse($states.input[0].body); [#nested]) %}",
              "End": true
            }
          }
        }
      ],
      "Assign": {
        "message": "{% $states.input.probe = true ? null : $states.input[0] %}"
      },
      "Output": "{% $states.result[0] %}",
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Assign": {
            "message": "{% $states.input[0] %}",
            "reason": "message is no stored request"
          },
          "Next": "Rejected"
        }
      ],
      "Next": "GetCircuit"
    },
[/#macro]
