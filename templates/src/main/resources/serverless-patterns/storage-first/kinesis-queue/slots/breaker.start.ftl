[#import "/read-message.ftl" as read]
[#assign open]
,
            "OpenEnvelope": {
              "Comment": "A record without envelope, say of another program, is a request whose body is the whole data.",
              "Type": "Parallel",
              "Branches": [
                {
                  "StartAt": "ReadEnvelope",
                  "States": {
                    "ReadEnvelope": {
                      "Type": "Pass",
                      "Output": "{% $states.input.probe = true ? $states.input : ($envelope := $parse($base64decode($states.input.data)); $assert($contains($string($envelope.id), /^[A-Za-z0-9_-]{1,80}$/) and $type($envelope.receivedAt) = 'number' and $floor($envelope.receivedAt) = $envelope.receivedAt and $type($envelope.body) = 'string', 'no envelope'); {'id': $string($envelope.id), 'receivedAt': $envelope.receivedAt, 'body': $envelope.body}) %}",
                      "End": true
                    }
                  }
                }
              ],
              "Output": "{% $states.result[0] %}",
              "Catch": [
                {
                  "ErrorEquals": ["States.ALL"],
                  "Output": "{% {'id': $states.input.sequenceNumber, 'receivedAt': $floor($states.input.approximateArrivalTimestamp * 1000), 'body': $base64decode($states.input.data)} %}",
                  "Next": "WithoutEnvelope"
                }
              ],
              "End": true
            },
            "WithoutEnvelope": {
              "Type": "Succeed"
            }
[/#assign]
[@read.json then="OpenEnvelope" states=open?chop_linebreak]$assert($type($stored.data) = 'string' and $type($stored.sequenceNumber) = 'string' and $type($stored.approximateArrivalTimestamp) = 'number', 'no record'); $stored[/@read.json]
