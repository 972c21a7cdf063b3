      "[=Resource]": {
        "type": "object",
        "properties": {
          "id": { "type": "string", "format": "uuid" },
          "name": { "type": "string", "minLength": 1, "maxLength": 200 },
          "quantity": { "type": "integer", "minimum": 1, "maximum": 1000 },
          "version": { "type": "integer", "minimum": 1 },
          "createdAt": { "type": "string", "format": "date-time" },
          "updatedAt": { "type": "string", "format": "date-time" }
        },
        "required": ["id", "name", "quantity", "version", "createdAt", "updatedAt"],
        "additionalProperties": false
      },
      "[=Resource]List": {
        "type": "object",
        "properties": {
          "items": { "type": "array", "maxItems": 100, "items": { "$ref": "#/components/schemas/[=Resource]" } },
          "nextToken": { "description": "Absent on the last page", "type": "string" }
        },
        "required": ["items"],
        "additionalProperties": false
      },
