[#import "/openapi.ftl" as openapi]
    "/requests/[=resourcePath]": {
      "post": {
        "operationId": "request[=Resource]",
        "summary": "Have a request worked on, and wait for its result.",
        "parameters": [
[@openapi.idempotencyKey /]
        ],
        "requestBody": { "$ref": "#/components/requestBodies/[=Resource]Content" },
        "responses": {
          "200": {
            "description": "Done; the body is what the work returned",
            "headers": {
              "x-request-id": { "$ref": "#/components/headers/x-request-id" }
            },
            "content": { "application/json": { "schema": {} } }
          },
          "502": {
            "description": "The service behind the API failed",
            "headers": {
              "x-request-id": { "$ref": "#/components/headers/x-request-id" }
            },
            "content": {
              "application/json": { "schema": { "$ref": "#/components/schemas/ErrorMessage" } }
            }
          },
[@openapi.refused ["422"] /]
        }
      }
    },
