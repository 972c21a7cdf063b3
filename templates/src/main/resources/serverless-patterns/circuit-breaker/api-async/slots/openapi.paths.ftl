[#import "/openapi.ftl" as openapi]
    "/requests/[=resourcePath]": {
      "post": {
        "operationId": "request[=Resource]",
        "summary": "Start the work of a request.",
        "parameters": [
[@openapi.idempotencyKey /]
        ],
        "requestBody": { "$ref": "#/components/requestBodies/[=Resource]Content" },
        "responses": {
          "200": {
            "description": "Started before, by the first request with this key",
            "headers": {
              "x-request-id": { "$ref": "#/components/headers/x-request-id" }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "duplicate": { "type": "boolean", "enum": [true] },
                    "requestId": { "type": "string" }
                  },
                  "required": ["duplicate", "requestId"],
                  "additionalProperties": false
                }
              }
            }
          },
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
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "id": { "type": "string" },
                    "status": { "type": "string", "enum": ["RUNNING"] },
                    "requestId": { "type": "string" }
                  },
                  "required": ["id", "status", "requestId"],
                  "additionalProperties": false
                }
              }
            }
          },
[@openapi.refused /]
        }
      }
    },
    "/requests/[=resourcePath]/{id}": {
      "get": {
        "operationId": "read[=Resource]Request",
        "summary": "What became of a request.",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": { "type": "string" }
          }
        ],
        "responses": {
          "200": {
            "description": "Its status; result where it succeeded, reason where it failed",
            "headers": {
              "Retry-After": {
                "description": "Seconds; while it is running",
                "schema": { "type": "string", "pattern": "^[1-9][0-9]*$" }
              },
              "x-request-id": { "$ref": "#/components/headers/x-request-id" }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "id": { "type": "string" },
                    "status": { "type": "string", "enum": ["RUNNING", "SUCCEEDED", "FAILED"] },
                    "result": {},
                    "reason": { "type": "string", "enum": ["REJECTED", "UNAVAILABLE", "TIMEOUT", "FAILED"] }
                  },
                  "required": ["id", "status"],
                  "additionalProperties": false
                }
              }
            }
          },
[@openapi.refused ["404"] /]
        }
      }
    },
