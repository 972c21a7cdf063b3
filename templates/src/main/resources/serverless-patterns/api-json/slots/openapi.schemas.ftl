      "[=Resource]Content": {
        "type": "object",
        "properties": {
          "name": { "type": "string", "minLength": 1, "maxLength": 200 },
          "quantity": { "type": "integer", "minimum": 1, "maximum": 1000 }
        },
        "required": ["name", "quantity"],
        "additionalProperties": false
      },
[#if lines("aws-error.duplicate")?has_content]
      "[=Resource]Duplicate": {
        "type": "object",
        "properties": {
          "duplicate": { "type": "boolean", "enum": [true] },
          "requestId": { "type": "string" }
        },
        "required": ["duplicate", "requestId"],
        "additionalProperties": false
      },
[/#if]
