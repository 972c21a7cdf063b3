      "[=Resource]Content": {
        "required": true,
        "content": {
          "application/json": { "schema": { "$ref": "#/components/schemas/[=Resource]Content" } }
        }
      },
