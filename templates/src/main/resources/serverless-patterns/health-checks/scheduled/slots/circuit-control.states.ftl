    "CountCheck": {
      "Type": "Pass",
      "Assign": {
        "fails": "{% $signal.healthy or $signal.at <= $circuit.changedAt ? 0 : ($circuit.lastCheckAt > $circuit.changedAt ? $circuit.hcFails : 0) + 1 %}",
        "oks": "{% $not($signal.healthy) or $signal.at <= $circuit.changedAt ? 0 : ($circuit.lastCheckAt > $circuit.changedAt ? $circuit.hcOks : 0) + 1 %}",
        "needed": "{% ($base := $number($signal.healthy ? '${HealthyResults}' : '${UnhealthyResults}'); $undone := $circuit.hcMove = ($signal.healthy ? 'CLOSED' : 'OPEN') and $signal.at < $circuit.hcMovedAt + $number('${CalmMs}'); $undone ? $max([$base, $min([2 * $circuit.hcNeeded, $number('${MostResults}')])]) : $base) %}"
      },
      "Next": "WeighChecks"
    },
    "WeighChecks": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $circuit.forced %}",
          "Next": "RememberCheck"
        },
        {
          "Condition": "{% $fails >= $needed and $circuit.status = 'CLOSED' %}",
          "Next": "OpenByChecks"
        },
[#if healthChecks == "both"]
        {
          "Condition": "{% $circuit.lastAlarm = 'ALARM' and $nowMs < $circuit.lastAlarmAt + $number('${AlarmHoldMs}') %}",
          "Next": "RememberCheck"
        },
[/#if]
        {
          "Condition": "{% $oks >= $needed and ($circuit.status = 'OPEN' or $circuit.status = 'HALF_OPEN' and $nowMs >= $circuit.probeUntil) and $nowMs >= $circuit.changedAt + $number('${CooldownMs}') %}",
          "Next": "CloseByChecks"
        }
      ],
      "Default": "RememberCheck"
    },
    "OpenByChecks": {
      "Type": "Pass",
      "Assign": {
        "change": {
          "decision": "OPENED",
          "update": "SET #status = :open, openedAt = :now, openUntil = :until, trips = :zero, reason = :reason, updatedAt = :now, hcFails = :fails, hcOks = :oks, lastCheckAt = :at, hcMove = :open, hcMovedAt = :now, hcNeeded = :needed REMOVE failures, windowStart",
          "condition": "(attribute_not_exists(lastCheckAt) OR lastCheckAt = :seenCheckAt)",
          "values": {
            ":open": {
              "S": "OPEN"
            },
            ":now": {
              "N": "{% $string($nowMs) %}"
            },
            ":until": {
              "N": "{% $string($nowMs + $number('${CooldownMs}')) %}"
            },
            ":zero": {
              "N": "0"
            },
            ":reason": {
              "S": "{% $string($fails) & ' health checks failed' %}"
            },
            ":fails": {
              "N": "{% $string($fails) %}"
            },
            ":oks": {
              "N": "{% $string($oks) %}"
            },
            ":at": {
              "N": "{% $string($signal.at) %}"
            },
            ":needed": {
              "N": "{% $string($needed) %}"
            },
            ":seenCheckAt": {
              "N": "{% $string($circuit.lastCheckAt) %}"
            }
          }
        }
      },
      "Next": "WriteIfUnchanged"
    },
    "CloseByChecks": {
      "Type": "Pass",
      "Assign": {
        "change": {
          "decision": "CLOSED",
          "update": "SET #status = :closed, reason = :reason, updatedAt = :now, hcFails = :fails, hcOks = :oks, lastCheckAt = :at, hcMove = :closed, hcMovedAt = :now, hcNeeded = :needed REMOVE openedAt, openUntil, trips, failures, windowStart, probeOwner, probeUntil, probeMessage, probeCount",
          "condition": "(attribute_not_exists(lastCheckAt) OR lastCheckAt = :seenCheckAt)[#if healthChecks == "both"] AND (attribute_not_exists(lastAlarmAt) OR lastAlarmAt = :seenAlarmAt)[/#if]",
          "values": {
            ":closed": {
              "S": "CLOSED"
            },
            ":now": {
              "N": "{% $string($nowMs) %}"
            },
            ":reason": {
              "S": "{% $string($oks) & ' health checks succeeded' %}"
            },
            ":fails": {
              "N": "{% $string($fails) %}"
            },
            ":oks": {
              "N": "{% $string($oks) %}"
            },
            ":at": {
              "N": "{% $string($signal.at) %}"
            },
            ":needed": {
              "N": "{% $string($needed) %}"
            },
[#if healthChecks == "both"]
            ":seenAlarmAt": {
              "N": "{% $string($circuit.lastAlarmAt) %}"
            },
[/#if]
            ":seenCheckAt": {
              "N": "{% $string($circuit.lastCheckAt) %}"
            }
          }
        }
      },
      "Next": "WriteIfUnchanged"
    },
    "RememberCheck": {
      "Type": "Pass",
      "Assign": {
        "change": {
          "decision": "REMEMBERED",
          "update": "SET hcFails = :fails, hcOks = :oks, lastCheckAt = :at",
          "condition": "(attribute_not_exists(lastCheckAt) OR lastCheckAt = :seenCheckAt)",
          "values": {
            ":fails": {
              "N": "{% $string($fails) %}"
            },
            ":oks": {
              "N": "{% $string($oks) %}"
            },
            ":at": {
              "N": "{% $string($signal.at) %}"
            },
            ":seenCheckAt": {
              "N": "{% $string($circuit.lastCheckAt) %}"
            }
          }
        }
      },
      "Next": "WriteIfUnchanged"
    },
