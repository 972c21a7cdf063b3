      "[=Resource]Started": {
        "type": "object",
        "properties": {
          "id": { "description": "The Idempotency-Key; without one, the id of the HTTP request", "type": "string" },
          "status": { "type": "string", "enum": ["RUNNING"] },
          "requestId": { "type": "string" }
        },
        "required": ["id", "status", "requestId"],
        "additionalProperties": false
      },
      "[=Resource]Status": {
        "type": "object",
        "properties": {
          "id": { "type": "string" },
          "status": { "type": "string", "enum": ["RUNNING", "SUCCEEDED", "FAILED"] },
          "result": { "description": "What the work wrote, once it has SUCCEEDED" },
          "reason": { "type": "string", "enum": ["REJECTED", "UNAVAILABLE", "TIMEOUT", "FAILED"] }
        },
        "required": ["id", "status"],
        "additionalProperties": false
      },
