[#import "/openapi.ftl" as openapi]
    "/[=slot("request-path")]": {
      "post": {
        "operationId": "submit[=Resource]",
        "summary": "Start the work on a request.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "The id of the request: what comes again under it, until 90 days after the end, starts nothing. Any other value counts as none.",
            "schema": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,80}$" }
          }
        ],
        "requestBody": { "$ref": "#/components/requestBodies/[=Resource]Content" },
        "responses": {
          "200": { "$ref": "#/components/responses/Duplicate" },
          "202": {
            "description": "Started",
            "headers": {
              "Location": {
                "description": "Where its status is, below the host",
                "required": true,
                "schema": { "type": "string" }
              },
              "x-request-id": { "$ref": "#/components/headers/x-request-id" }
            },
            "content": {
              "application/json": { "schema": { "$ref": "#/components/schemas/[=Resource]Started" } }
            }
          },
[@openapi.refused ["413", "415"] /]
        }
      }
    },
    "/[=slot("request-path")]/{id}": {
      "get": {
        "operationId": "read[=Resource]Status",
        "summary": "What became of a request.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "description": "The id in the answer to the request",
            "schema": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,80}$" }
          }
        ],
        "responses": {
          "200": {
            "description": "Its status",
            "headers": {
              "Retry-After": {
                "description": "Seconds until it is worth asking again, while it is RUNNING",
                "schema": { "type": "string", "pattern": "^[1-9][0-9]*$" }
              },
              "x-request-id": { "$ref": "#/components/headers/x-request-id" }
            },
            "content": {
              "application/json": { "schema": { "$ref": "#/components/schemas/[=Resource]Status" } }
            }
          },
[@openapi.refused ["404", "415"] {"404": "UnknownRequest"} /]
        }
      }
    },
