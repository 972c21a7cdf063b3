      "[=Resource]Accepted": {
        "type": "object",
        "properties": {
          "id": { "description": "The Idempotency-Key; without one, the id of the HTTP request", "type": "string" },
          "requestId": { "type": "string" }
        },
        "required": ["id", "requestId"],
        "additionalProperties": false
      },
