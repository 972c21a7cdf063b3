[#--
  ReadMessage where the text of a message is JSON. The nested JSONata makes the work item of $stored, the text parsed.
  then: the state of "states" (each with a comma before it) that goes on from there.
--]
[#macro json then="" states=""]
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
[#if then?has_content]
              "Next": "[=then]"
            }[=states]
[#else]
              "End": true
            }
[/#if]
          }
        }
      ],
      "Assign": {
        "message": "{% $states.input.probe = true ? null : $states.input[0] %}"
      },
      "Output": "{% $states.result[0] %}",
      "Catch": [
[#if states?contains("Storage.Failed")]
        {
          "ErrorEquals": ["Storage.Failed"],
          "Assign": {
            "message": "{% $states.input[0] %}",
[#if slot("pipe.invocation")?trim == "FIRE_AND_FORGET"]
            "request": "{% ($stored := $parse($states.input[0].body); {'id': [$states.input[0].messageAttributes.id.stringValue, $substringAfter($stored.detail.object.key, 'inbox/')][0], 'receivedAt': $toMillis($stored.time)}) %}",
[/#if]
            "failure": "Storage.Failed",
            "reason": "{% $states.errorOutput.Cause %}"
          },
          "Next": "WorkFailed"
        },
        {
          "ErrorEquals": ["Storage.Rejected"],
          "Assign": {
            "message": "{% $states.input[0] %}",
            "reason": "{% $states.errorOutput.Cause %}"
          },
          "Next": "Rejected"
        },
[/#if]
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
