[#if storageFirst != "s3"]
[#import "/openapi.ftl" as openapi]
    "/requests/[=resourcePath]": {
      "post": {
        "operationId": "request[=Resource]",
        "summary": "Store a request. It is worked on after the answer.",
        "parameters": [
[@openapi.idempotencyKey][=slot("openapi.headers")?chop_linebreak][/@openapi.idempotencyKey]
        ],
        "requestBody": { "$ref": "#/components/requestBodies/[=Resource]Content" },
        "responses": {
[#if slot("README.duplicate")?has_content]
          "200": {
            "description": "Stored before, by the first request with this key",
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
[/#if]
          "202": {
            "description": "Stored",
            "headers": {
              "x-request-id": { "$ref": "#/components/headers/x-request-id" }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "properties": {
                    "id": { "description": "The Idempotency-Key, or that of the HTTP request", "type": "string" },
                    "requestId": { "type": "string" }
                  },
                  "required": ["id", "requestId"],
                  "additionalProperties": false
                }
              }
            }
          },
[@openapi.refused /]
        }
      }
    },
[/#if]
