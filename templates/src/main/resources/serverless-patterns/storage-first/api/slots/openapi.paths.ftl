[#import "/openapi.ftl" as openapi]
[#assign body = slot("openapi.stored-body")]
    "/[=slot("request-path")]": {
[=slot("openapi.storage-servers")]      "post": {
        "operationId": "submit[=Resource]",
        "summary": "Store a request, which is worked on later.",
        "parameters": [
[=slot("openapi.storage-parameters")]          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "The id of the request: what comes again under it is worked on once. Any other value counts as none.",
            "schema": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,80}$" }
          }
        ],
[#if body?has_content]
[=body][#rt]
[#else]
        "requestBody": { "$ref": "#/components/requestBodies/[=Resource]Content" },
[/#if]
        "responses": {
[#if lines("aws-error.duplicate")?has_content]
          "200": { "$ref": "#/components/responses/Duplicate" },
[/#if]
          "202": {
            "description": "Stored",
            "headers": {
              "x-request-id": { "$ref": "#/components/headers/x-request-id" }
            },
            "content": {
              "application/json": { "schema": { "$ref": "#/components/schemas/[=Resource]Accepted" } }
            }
          },
[@openapi.refused body?has_content?then(["413"], ["413", "415"]) /]
        }
      }
    },
