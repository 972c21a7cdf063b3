[#import "/openapi.ftl" as openapi]
[@openapi.error "415" "Content-Type is not application/json" /]
[#if lines("aws-error.duplicate")?has_content]
      "Duplicate": {
        "description": "A request with this Idempotency-Key came before; nothing is done for this one",
        "headers": {
          "x-request-id": { "$ref": "#/components/headers/x-request-id" }
        },
        "content": {
          "application/json": { "schema": { "$ref": "#/components/schemas/[=Resource]Duplicate" } }
        }
      },
[/#if]
