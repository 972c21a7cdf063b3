[#import "/read-message.ftl" as read]
[#-- A service that takes JSON gets the text of the object; any other the pointer, and reads for itself. --]
[#assign text = slot("breaker.takes-text")?has_content]
[#assign readObject]
,
            "HasObject": {
              "Type": "Choice",
              "Choices": [
                {
                  "Condition": "{% $exists($states.input.object) %}",
                  "Next": "ReadObject"
                }
              ],
              "Default": "Read"
            },
            "ReadObject": {
              "Comment": "Exactly the version that the message names. The key of the client is in its metadata.",
              "Type": "Task",
              "Resource": "arn:aws:states:::aws-sdk:s3:[=text?then("getObject", "headObject")]",
              "Arguments": {
                "Bucket": "{% $states.input.object.bucket %}",
                "Key": "{% $states.input.object.key %}",
                "VersionId": "{% $states.input.object.versionId %}"
              },
              "TimeoutSeconds": 5,
              "Retry": [
                {
                  "ErrorEquals": ["S3.NoSuchKeyException", "States.DataLimitExceeded"],
                  "MaxAttempts": 0
                },
                {
                  "ErrorEquals": ["States.ALL"],
                  "IntervalSeconds": 1,
                  "MaxAttempts": 2,
                  "JitterStrategy": "FULL"
                }
              ],
              "Catch": [
                {
                  "ErrorEquals": ["States.ALL"],
                  "Output": "{% $states.errorOutput %}",
                  "Next": "IsGone"
                }
              ],
              "Output": "{% ($own := $lookup($states.result.Metadata, 'idempotency-key'); $id := $exists($own) and $contains($own, /^[A-Za-z0-9_-]{1,80}$/) ? $own : $substringAfter($states.input.object.key, 'inbox/'); {'id': $id, 'receivedAt': $states.input.receivedAt, [=text?then("'body': $states.result.Body", "'object': $states.input.object")]}) %}",
              "Next": "Read"
            },
            "Read": {
              "Type": "Succeed"
            },
            "IsGone": {
              "Type": "Choice",
              "Choices": [
                {
                  "Condition": "{% $states.input.Error = 'S3.NoSuchKeyException' or $contains($states.input.Cause & '', 'Status Code: 404') %}",
                  "Output": "object was deleted",
                  "Next": "Reject"
                }[#if text],
                {
                  "Condition": "{% $states.input.Error = 'States.DataLimitExceeded' %}",
                  "Output": "object is larger than 256 KB",
                  "Next": "Reject"
                }[/#if]
              ],
              "Default": "Fail"
            },
            "Reject": {
              "Type": "Fail",
              "Error": "Storage.Rejected",
              "Cause": "{% $states.input %}"
            },
            "Fail": {
              "Comment": "No failure of the service: the message comes back, and the circuit does not move.",
              "Type": "Fail",
              "Error": "Storage.Failed",
              "Cause": "{% $substring($states.input.Error & ': ' & $states.input.Cause, 0, 500) %}"
            }
[/#assign]
[@read.json then="HasObject" states=readObject?chop_linebreak]$object := $stored.detail.object; $assert($type($stored.detail.bucket.name) = 'string' and $substring($object.key, 0, 6) = 'inbox/' and $type($lookup($object, 'version-id')) = 'string' and $type($object.size) = 'number' and $object.size <= 10485760, 'points to no stored request'); {'receivedAt': $toMillis($stored.time), 'object': {'bucket': $stored.detail.bucket.name, 'key': $object.key, 'versionId': $lookup($object, 'version-id')}}[/@read.json]
