[#-- The work as members of a state; __State__ is the name of that state, for names that must differ in Work and Probe. --]
[#function work state]
  [#return slot("breaker.work")?chop_linebreak?replace("__State__", state)]
[/#function]
[#macro names slot][#list lines(slot) as name]"[=name]"[#sep], [/#sep][/#list][/#macro]
[#assign result = slot("breaker.result")?trim]
[#assign reason = slot("breaker.reason")?has_content?then(slot("breaker.reason")?trim, "$states.errorOutput.Error")]
[#assign first = slot("breaker.flags")?has_content?then("ReadFlags", "GetCircuit")]
[#assign throttled = lines("breaker.throttled")?has_content]
[#-- Where a table remembers what became of a request: the states that keep it stand around the work. --]
[#assign ledger = slot("breaker.ledger")?has_content]
[#assign failed = ledger?then("GiveLeaseBack", "WorkFailed")]
{
  "Comment": "Circuit breaker: while the circuit is closed the work is done; while it is open it fails fast; when the cooldown is over one execution probes.",
  "QueryLanguage": "JSONata",
  "StartAt": "[=slot("breaker.start")?has_content?then("ReadMessage", first)]",
  "TimeoutSeconds": [=slot("breaker.machine-seconds")?trim],
  "States": {
[=slot("breaker.start")?replace('"Next": "GetCircuit"', '"Next": "' + first + '"')][=slot("breaker.flags")]    "GetCircuit": {
      "Comment": "No record is a closed circuit. When the table does not answer, a substitution decides.",
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:getItem",
      "Arguments": {
        "TableName": "${CircuitTable}",
        "Key": {
          "id": {
            "S": "${CircuitName}"
          }
        },
        "ConsistentRead": true
      },
      "TimeoutSeconds": 1,
      "Retry": [
        {
          "ErrorEquals": ["States.ALL"],
          "IntervalSeconds": 1,
          "MaxAttempts": 1,
          "JitterStrategy": "FULL"
        }
      ],
      "Assign": {
        "request": "{% $states.input %}",
        "status": "{% $exists($states.result.Item.status) ? [$states.result.Item.status.S, 'UNKNOWN'][0] : 'CLOSED' %}",
        "forced": "{% $states.result.Item.forced.BOOL = true %}",
        "trips": "{% [$number($states.result.Item.trips.N), 0][0] %}",
        "waitUntil": "{% [$number($states.result.Item.status.S = 'HALF_OPEN' ? $states.result.Item.probeUntil.N : $states.result.Item.openUntil.N), 0][0] %}"
      },
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Assign": {
            "request": "{% $states.input %}",
            "status": "${StatusWithoutTable}",
            "forced": false,
            "trips": 0,
            "waitUntil": "{% $millis() + ${CooldownMs} %}"
          },
          "Next": "IsCircuitClosed"
        }
      ],
      "Next": "IsCircuitClosed"
    },
    "IsCircuitClosed": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $status = 'CLOSED' %}",
          "Next": "[=ledger?then("HasRow", "Work")]"
        }
      ],
      "Default": "IsCooldownOver"
    },
[=slot("breaker.ledger")]    "Work": {
[=work("Work")]
      "Retry": [
        {
          "ErrorEquals": [[@names slot="breaker.rejected" /]],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": ["States.ALL"],
          "IntervalSeconds": 1,
          "BackoffRate": 2,
          "MaxDelaySeconds": 2,
          "MaxAttempts": 3,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "ErrorEquals": [[@names slot="breaker.rejected" /]],
          "Assign": {
            "reason": "{% [=reason] %}"
          },
          "Next": "Rejected"
        },
[#if throttled]
        {
          "ErrorEquals": [[@names slot="breaker.throttled" /]],
          "Assign": {
            "failure": "Work.Throttled",
            "reason": "{% $string($states.errorOutput.Error) %}"
          },
          "Next": "[=failed]"
        },
[/#if]
        {
          "ErrorEquals": ["States.ALL"],
          "Assign": {
            "failure": "Work.Failed",
            "reason": "{% $string($states.errorOutput.Error) %}",
            "failures": 1,
            "counted": false
          },
          "Next": "IsThresholdReached"
        }
      ],
[#if ledger]
      "Assign": {
        "result": "{% [=result] %}"
      },
      "Next": "RememberDone"
[#else]
      "Output": "{% [=result] %}",
      "End": true
[/#if]
    },
    "IsThresholdReached": {
      "Comment": "Has this failure to open the circuit? Not if an operator keeps it closed, and not before enough failures came within the window.",
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $forced %}",
          "Next": "[=failed]"
        },
        {
          "Condition": "{% $failures >= ${FailureThreshold} %}",
          "Next": "OpenCircuit"
        },
        {
          "Condition": "{% $counted %}",
          "Next": "[=failed]"
        }
      ],
      "Default": "CountFailure"
    },
    "CountFailure": {
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:updateItem",
      "Arguments": {
        "TableName": "${CircuitTable}",
        "Key": {
          "id": {
            "S": "${CircuitName}"
          }
        },
        "UpdateExpression": "SET failures = failures + :one",
        "ConditionExpression": "(attribute_not_exists(#status) OR #status = :closed) AND (attribute_not_exists(forced) OR forced = :false) AND windowStart > :windowStart",
        "ExpressionAttributeNames": {
          "#status": "status"
        },
        "ExpressionAttributeValues": {
          ":one": {
            "N": "1"
          },
          ":windowStart": {
            "N": "{% $string($millis() - ${WindowMs}) %}"
          },
          ":closed": {
            "S": "CLOSED"
          },
          ":false": {
            "BOOL": false
          }
        },
        "ReturnValues": "ALL_NEW"
      },
      "TimeoutSeconds": 1,
      "Assign": {
        "failures": "{% $number($states.result.Attributes.failures.N) %}",
        "counted": true
      },
      "Catch": [
        {
          "ErrorEquals": ["DynamoDB.ConditionalCheckFailedException"],
          "Next": "StartWindow"
        },
        {
          "ErrorEquals": ["States.ALL"],
          "Next": "[=failed]"
        }
      ],
      "Next": "IsThresholdReached"
    },
    "StartWindow": {
      "Comment": "The first failure, or the first after the window. Changes nothing if the circuit was opened or forced since.",
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:updateItem",
      "Arguments": {
        "TableName": "${CircuitTable}",
        "Key": {
          "id": {
            "S": "${CircuitName}"
          }
        },
        "UpdateExpression": "SET failures = :one, windowStart = :now",
        "ConditionExpression": "(attribute_not_exists(#status) OR #status = :closed) AND (attribute_not_exists(forced) OR forced = :false) AND (attribute_not_exists(windowStart) OR windowStart <= :windowStart)",
        "ExpressionAttributeNames": {
          "#status": "status"
        },
        "ExpressionAttributeValues": {
          ":one": {
            "N": "1"
          },
          ":now": {
            "N": "{% $string($millis()) %}"
          },
          ":windowStart": {
            "N": "{% $string($millis() - ${WindowMs}) %}"
          },
          ":closed": {
            "S": "CLOSED"
          },
          ":false": {
            "BOOL": false
          }
        }
      },
      "TimeoutSeconds": 1,
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Next": "[=failed]"
        }
      ],
      "Next": "[=failed]"
    },
    "OpenCircuit": {
      "Comment": "The first of many failures opens the circuit; the others change nothing, and none closes or prolongs it.",
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:updateItem",
      "Arguments": {
        "TableName": "${CircuitTable}",
        "Key": {
          "id": {
            "S": "${CircuitName}"
          }
        },
        "UpdateExpression": "SET #status = :open, openedAt = :now, openUntil = :until, trips = :zero, reason = :reason, updatedAt = :now REMOVE failures, windowStart",
        "ConditionExpression": "(attribute_not_exists(#status) OR #status = :closed) AND (attribute_not_exists(forced) OR forced = :false)",
        "ExpressionAttributeNames": {
          "#status": "status"
        },
        "ExpressionAttributeValues": {
          ":open": {
            "S": "OPEN"
          },
          ":closed": {
            "S": "CLOSED"
          },
          ":now": {
            "N": "{% $string($millis()) %}"
          },
          ":until": {
            "N": "{% $string($floor($millis() + ${CooldownMs} * (1 + 0.1 * $random()))) %}"
          },
          ":zero": {
            "N": "0"
          },
          ":reason": {
            "S": "{% $reason %}"
          },
          ":false": {
            "BOOL": false
          }
        }
      },
      "TimeoutSeconds": 1,
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Next": "[=failed]"
        }
      ],
      "Next": "[=failed]"
    },
    "IsCooldownOver": {
      "Comment": "Open, and old enough to be tried? Or did a prober die? Anything else is open: forced, still cooling down, being probed, of unknown status.",
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $status in ['OPEN', 'HALF_OPEN'] and $not($forced) and $waitUntil <= $millis() %}",
          "Next": "AcquireProbe"
        }
      ],
      "Default": "FailFast"
    },
    "AcquireProbe": {
      "Comment": "One execution alone gets the lease. The last alternative is for an answer that was lost and asked for again.",
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:updateItem",
      "Arguments": {
        "TableName": "${CircuitTable}",
        "Key": {
          "id": {
            "S": "${CircuitName}"
          }
        },
        "UpdateExpression": "SET #status = :halfOpen, probeOwner = :me, probeUntil = :until, updatedAt = :now",
        "ConditionExpression": "(attribute_not_exists(forced) OR forced = :false) AND ((#status = :open AND (attribute_not_exists(openUntil) OR openUntil <= :now)) OR (#status = :halfOpen AND (attribute_not_exists(probeUntil) OR probeUntil <= :now OR probeOwner = :me)))",
        "ExpressionAttributeNames": {
          "#status": "status"
        },
        "ExpressionAttributeValues": {
          ":open": {
            "S": "OPEN"
          },
          ":halfOpen": {
            "S": "HALF_OPEN"
          },
          ":me": {
            "S": "{% $states.context.Execution.Id %}"
          },
          ":until": {
            "N": "{% $string($millis() + ${LeaseMs}) %}"
          },
          ":now": {
            "N": "{% $string($millis()) %}"
          },
          ":false": {
            "BOOL": false
          }
        }
      },
      "TimeoutSeconds": 1,
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Next": "FailFast"
        }
      ],
      "Next": "[=ledger?then("HasRow", "Probe")]"
    },
    "Probe": {
[=work("Probe")]
      "Assign": {
        "rejected": false,
        "result": "{% [=result] %}"
      },
      "Catch": [
        {
          "ErrorEquals": [[@names slot="breaker.rejected" /]],
          "Assign": {
            "rejected": true,
            "reason": "{% [=reason] %}"
          },
          "Next": "CloseCircuit"
        },
[#if throttled]
        {
          "ErrorEquals": [[@names slot="breaker.throttled" /]],
          "Assign": {
            "failure": "Work.Throttled",
            "reason": "{% $string($states.errorOutput.Error) %}"
          },
          "Next": "ReopenCircuit"
        },
[/#if]
        {
          "ErrorEquals": ["States.ALL"],
          "Assign": {
            "failure": "Work.Failed",
            "reason": "{% $string($states.errorOutput.Error) %}",
            "trips": "{% $trips + 1 %}"
          },
          "Next": "ReopenCircuit"
        }
      ],
      "Next": "CloseCircuit"
    },
    "CloseCircuit": {
      "Comment": "The service answered, so it is back; also when it rejected the request. Only the holder of the lease closes: a late success changes nothing.",
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:updateItem",
      "Arguments": {
        "TableName": "${CircuitTable}",
        "Key": {
          "id": {
            "S": "${CircuitName}"
          }
        },
        "UpdateExpression": "SET #status = :closed, reason = :reason, updatedAt = :now REMOVE openedAt, openUntil, trips, failures, windowStart, probeOwner, probeUntil, probeMessage, probeCount",
        "ConditionExpression": "#status = :halfOpen AND probeOwner = :me",
        "ExpressionAttributeNames": {
          "#status": "status"
        },
        "ExpressionAttributeValues": {
          ":closed": {
            "S": "CLOSED"
          },
          ":halfOpen": {
            "S": "HALF_OPEN"
          },
          ":me": {
            "S": "{% $states.context.Execution.Id %}"
          },
          ":reason": {
            "S": "The probe succeeded"
          },
          ":now": {
            "N": "{% $string($millis()) %}"
          }
        }
      },
      "TimeoutSeconds": 1,
      "Retry": [
        {
          "ErrorEquals": ["DynamoDB.ConditionalCheckFailedException"],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": ["States.ALL"],
          "IntervalSeconds": 1,
          "MaxAttempts": 1,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Next": "WasRejected"
        }
      ],
      "Next": "WasRejected"
    },
    "WasRejected": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $rejected %}",
          "Next": "Rejected"
        }
      ],
      "Default": "[=ledger?then("RememberDone", "Done")]"
    },
    "ReopenCircuit": {
      "Comment": "Each probe that fails doubles the cooldown, up to the longest; our own throttling leaves it as it was.",
      "Type": "Task",
      "Resource": "arn:aws:states:::dynamodb:updateItem",
      "Arguments": {
        "TableName": "${CircuitTable}",
        "Key": {
          "id": {
            "S": "${CircuitName}"
          }
        },
        "UpdateExpression": "SET #status = :open, openUntil = :until, trips = :trips, reason = :reason, updatedAt = :now REMOVE probeOwner, probeUntil",
        "ConditionExpression": "#status = :halfOpen AND probeOwner = :me",
        "ExpressionAttributeNames": {
          "#status": "status"
        },
        "ExpressionAttributeValues": {
          ":open": {
            "S": "OPEN"
          },
          ":halfOpen": {
            "S": "HALF_OPEN"
          },
          ":me": {
            "S": "{% $states.context.Execution.Id %}"
          },
          ":until": {
            "N": "{% $string($floor($millis() + $min([${CooldownMs} * $power(2, $min([$trips, 20])), ${MaxCooldownMs}]) * (1 + 0.1 * $random()))) %}"
          },
          ":trips": {
            "N": "{% $string($trips) %}"
          },
          ":reason": {
            "S": "{% $reason %}"
          },
          ":now": {
            "N": "{% $string($millis()) %}"
          }
        }
      },
      "TimeoutSeconds": 1,
      "Retry": [
        {
          "ErrorEquals": ["DynamoDB.ConditionalCheckFailedException"],
          "MaxAttempts": 0
        },
        {
          "ErrorEquals": ["States.ALL"],
          "IntervalSeconds": 1,
          "MaxAttempts": 1,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "ErrorEquals": ["States.ALL"],
          "Next": "[=failed]"
        }
      ],
      "Next": "[=failed]"
    },
    "Done": {
      "Type": "Succeed",
      "Output": "{% $result %}"
    },
[=slot("breaker.rejected-state")]
[#if slot("breaker.fail-fast-state")?has_content]
[=slot("breaker.fail-fast-state")]
[#else]
    "FailFast": {
      "Comment": "How long to wait: until the cooldown or the probe is over. An operator who forces the circuit says nothing about that.",
      "Type": "Fail",
      "Error": "Circuit.Open",
      "Cause": "{% ($ms := $forced ? ${CooldownMs} : $max([$waitUntil - $millis(), 1000]); $string({'circuit': '${CircuitName}', 'retryAfterMs': $ms, 'retryAfterSeconds': $ceil($ms / 1000)})) %}"
    },
[/#if]
[#if slot("breaker.failed-state")?has_content]
[=slot("breaker.failed-state")]
[#else]
    "WorkFailed": {
      "Type": "Fail",
      "Error": "{% $failure %}",
      "Cause": "{% $reason %}"
    }
[/#if]
  }
}
