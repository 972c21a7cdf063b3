[#import "/read-message.ftl" as read]
[#-- A service that takes JSON gets the text; where it is none, Base64 shows that. --]
[#assign text = slot("breaker.takes-text")?has_content]
[#assign ownId]
,
            "ReadId": {
              "Comment": "The id that the device gave, within that device. What is no JSON or has no id is known by the id that the rule gave.",
              "Type": "Parallel",
              "Branches": [
                {
                  "StartAt": "ReadPayload",
                  "States": {
                    "ReadPayload": {
                      "Type": "Pass",
                      "Output": "{% ($payload := $base64decode($states.input.body); $id := $parse($payload).id; $own := $type($id) = 'string' or ($type($id) = 'number' and $floor($id) = $id) ? $string($id) : ''; $merge([$states.input, {'id': $contains($own, /^[A-Za-z0-9_-]{1,80}$/) ? $states.input.device & '/' & $own : $states.input.id[=text?then(", 'body': $payload, 'encoding': 'text'", "")]}])) %}",
                      "End": true
                    }
                  }
                }
              ],
              "Output": "{% $sift($states.result[0], function($value, $name) { $name != 'device' }) %}",
              "Catch": [
                {
                  "ErrorEquals": ["States.ALL"],
                  "Output": "{% $sift($states.input, function($value, $name) { $name != 'device' }) %}",
                  "Next": "KnownByTheRule"
                }
              ],
              "End": true
            },
            "KnownByTheRule": {
              "Type": "Succeed"
            }
[/#assign]
[@read.json then="ReadId" states=ownId?chop_linebreak]$failed := $exists($stored.base64OriginalPayload); $data := $failed ? $stored.base64OriginalPayload : $stored.data; $uuid := $failed ? $stored.cloudwatchTraceId : $stored.uuid; $assert($type($data) = 'string' and $type($stored.topic) = 'string' and $type($uuid) = 'string' and ($failed or $type($stored.receivedAt) = 'number'), 'not from the topic rule'); {'id': $uuid, 'device': $split($stored.topic, '/')[-1], 'receivedAt': $failed ? $number($states.input[0].attributes.SentTimestamp) : $stored.receivedAt, 'body': $data, 'encoding': 'base64'}[/@read.json]
