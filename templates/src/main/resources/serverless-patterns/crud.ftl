[#-- States that every CRUD state machine can end with, and what its tasks have in common.

     [@states text /] writes those that the text names, without a comma after the last: a machine has no state that it
     cannot reach. An answer has status and, as it applies: body (text), message, etag, location (an id), retryAfter (s).
     request-templates/crud-answer.vtl makes the HTTP answer of it. --]

[#macro states text]
[#local used = all?filter(name -> text?contains('"' + name + '"'))]
[#list used as name]
    "[=name]": {
[@.namespace[name] /]
    }[#sep],[/#sep]
[/#list]
[/#macro]

[#assign all = ["Created", "Found", "Listed", "Deleted", "KeyNotValid", "LimitNotValid", "TokenNotValid", "NotFound",
  "NoSuchMethod", "KeyInUse", "PreconditionFailed", "Unprocessable", "KeyReused", "PreconditionRequired",
  "Unavailable", "TimedOut", "NotValid", "Rejected"]]

[#macro answer status message retryAfter=0]
      "Type": "Succeed",
      "Output": {
        "status": [=status],
[#if retryAfter gt 0]
        "retryAfter": [=retryAfter],
[/#if]
        "message": "[=message]"
      }
[/#macro]

[#macro Created]
      "Type": "Succeed",
      "Output": {
        "status": 201,
        "location": "{% $states.input.id %}",
        "etag": "{% '\"' & $states.input.version & '\"' %}",
        "body": "{% $string($states.input) %}"
      }
[/#macro]

[#macro Found]
      "Type": "Succeed",
      "Output": {
        "status": 200,
        "etag": "{% '\"' & $states.input.version & '\"' %}",
        "body": "{% $string($states.input) %}"
      }
[/#macro]

[#macro Listed]
      "Type": "Succeed",
      "Output": {
        "status": 200,
        "body": "{% $string($states.input) %}"
      }
[/#macro]

[#macro Deleted]
      "Type": "Succeed",
      "Output": {
        "status": 204
      }
[/#macro]

[#-- The message is that of a function's exception. --]
[#macro NotValid][@answer 400 "{% $states.input.message %}" /][/#macro]
[#macro Rejected][@answer 422 "{% $states.input.message %}" /][/#macro]
[#macro KeyNotValid][@answer 400 "Idempotency-Key must be 1 to 80 characters of A-Z a-z 0-9 _ -" /][/#macro]
[#macro LimitNotValid][@answer 400 "limit must be an integer from 1 to 100" /][/#macro]
[#macro TokenNotValid][@answer 400 "nextToken must be one that a list was answered with" /][/#macro]
[#macro NotFound][@answer 404 "There is nothing with this id" /][/#macro]
[#macro NoSuchMethod][@answer 405 "There is no such method" /][/#macro]
[#macro KeyInUse][@answer 409 "A request with this Idempotency-Key is being worked on. Try again later." 1 /][/#macro]
[#macro PreconditionFailed][@answer 412 "If-Match is not the ETag of the current version: read it again" /][/#macro]
[#macro Unprocessable][@answer 422 "name must not be blank" /][/#macro]
[#macro KeyReused][@answer 422 "This Idempotency-Key was used for another body" /][/#macro]
[#macro PreconditionRequired][@answer 428 "If-Match must be the ETag of the version that you have read" /][/#macro]
[#macro Unavailable][@answer 503 "Service unavailable. Try again later." 2 /][/#macro]
[#macro TimedOut][@answer 504 "The answer took too long. It is not known whether the request has succeeded." /][/#macro]

[#-- Retry and Catch of a task: throttling and failures of the service pass, and a call that got no answer is made again. --]
[#macro retryAndCatch errors seconds]
      "TimeoutSeconds": [=seconds],
      "Retry": [
        {
          "ErrorEquals": [
            [#list errors as error]"[=error]", [/#list]"States.Timeout"
          ],
          "IntervalSeconds": 1,
          "BackoffRate": 2,
          "MaxAttempts": 2,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
[#nested]
        {
          "ErrorEquals": ["States.Timeout"],
          "Next": "TimedOut"
        },
        {
          "ErrorEquals": [
            [#list errors as error]"[=error]"[#sep], [/#sep][/#list]
          ],
          "Next": "Unavailable"
        }
      ],
[/#macro]

[#macro retryDynamoDb]
[@retryAndCatch errors=["DynamoDb.ProvisionedThroughputExceededException", "DynamoDb.RequestLimitExceededException",
  "DynamoDb.ThrottlingException", "DynamoDb.InternalServerErrorException", "DynamoDb.SdkClientException"] seconds=3]
[#nested][/@retryAndCatch]
[/#macro]

[#macro retryLambda]
[@retryAndCatch errors=["Lambda.TooManyRequestsException", "Lambda.SnapStartNotReadyException", "Lambda.ServiceException",
  "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.ClientExecutionTimeoutException"] seconds=7]
[#nested]
        {
          "ErrorEquals": ["${Unavailable}"],
          "Next": "Unavailable"
        },
        {
          "ErrorEquals": ["Sandbox.Timedout"],
          "Next": "TimedOut"
        },
[/@retryAndCatch]
[/#macro]

[#-- A function rejects its input with an exception whose message is for the client. --]
[#macro said error next]
        {
          "ErrorEquals": ["${[=error]}"],
          "Output": {
            "message": "{% $parse($states.errorOutput.Cause).errorMessage %}"
          },
          "Next": "[=next]"
        },
[/#macro]

[#macro invoke operation]
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": {
        "FunctionName": "${[=operation]FunctionArn}",
        "Payload": "{% $states.input %}"
      },
[/#macro]

[#-- Which request is for which branch. An id that is none of ours is not even looked for. --]
[#macro route]
    "Route": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.id != '' and $not($contains($states.input.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)) %}",
          "Next": "NotFound"
        },
        {
          "Condition": "{% $states.input.method = 'POST' and $states.input.resource = '/[=resourcePath]' %}",
          "Next": "Create"
        },
        {
          "Condition": "{% $states.input.method = 'GET' and $states.input.resource = '/[=resourcePath]' %}",
          "Next": "List"
        },
        {
          "Condition": "{% $states.input.method = 'GET' and $states.input.resource = '/[=resourcePath]/{id}' %}",
          "Next": "Read"
        },
        {
          "Condition": "{% $states.input.method = 'PUT' and $states.input.resource = '/[=resourcePath]/{id}' %}",
          "Next": "Update"
        },
        {
          "Condition": "{% $states.input.method = 'DELETE' and $states.input.resource = '/[=resourcePath]/{id}' %}",
          "Next": "Delete"
        }
      ],
      "Default": "NoSuchMethod"
    },
[/#macro]

[#-- A state machine of its own for one operation, whose branch starts with the state of that name. --]
[#macro child operation comment branch]
{
  "Comment": "[=comment]",
  "QueryLanguage": "JSONata",
  "StartAt": "[=operation]",
  "TimeoutSeconds": [=(featureFlags == "true")?then(24, 25)],
  "States": {
[=branch]
[@states text=branch /]
  }
}
[/#macro]

[#-- The JSON of a resource, made of a row of the table. --]
[#macro resourceOf row]{'id': [=row]id.S, 'name': [=row]name.S, 'quantity': $number([=row]quantity.N), 'version': $number([=row]version.N), 'createdAt': [=row]createdAt.S, 'updatedAt': [=row]updatedAt.S}[/#macro]
