[#import "/openapi.ftl" as openapi]
    "/[=slot("request-path")]": {
      "post": {
        "operationId": "submit[=Resource]",
        "summary": "Have a request worked on. While the circuit is open the answer is 503, at once.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "The id of the request, which the service gets. Any other value counts as none.",
            "schema": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,80}$" }
          }
        ],
        "requestBody": { "$ref": "#/components/requestBodies/[=Resource]Content" },
        "responses": {
          "200": {
            "description": "Done",
            "headers": {
              "x-request-id": { "$ref": "#/components/headers/x-request-id" }
            },
            "content": {
              "application/json": { "schema": { "description": "The result of the work" } }
            }
          },
[@openapi.refused ["413", "415", "422", "502"] {"422": "Rejected"} /]
        }
      }
    },
