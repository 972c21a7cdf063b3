[#import "/openapi.ftl" as openapi]
      "200": {
        "description": "As it is now",
        "headers": {
          "ETag": { "$ref": "#/components/headers/ETag" },
          "x-request-id": { "$ref": "#/components/headers/x-request-id" }
        },
        "content": {
          "application/json": { "schema": { "$ref": "#/components/schemas/[=Resource]" } }
        }
      },
[@openapi.error "404" "There is nothing with this id" /]
[@openapi.error "409" "A request with this Idempotency-Key is being worked on" true /]
[@openapi.error "412" "If-Match is not the ETag of the current version" /]
[@openapi.error "422" "Valid JSON, but it cannot be done; or the Idempotency-Key was used for another body" /]
[@openapi.error "428" "If-Match is missing" /]
