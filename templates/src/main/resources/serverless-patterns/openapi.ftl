[#-- What operations in openapi.json have in common. --]

[#assign always = ["400"] + lines("openapi.unauthorized") + ["415", "429", "500", "503", "504"]]

[#-- The answers that are no success: those of every operation, and more. --]
[#macro refused more=[]]
[#list (always + more)?sort as status]
          "[=status]": { "$ref": "#/components/responses/[=status]" }[#sep],[/#sep]
[/#list]
[/#macro]

[#-- The header of a path whose request template reads it. --]
[#macro idempotencyKey]
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Names the request: a retry has the same. Without it, each HTTP request is one of its own.",
            "schema": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,80}$" }
          }[#nested]
[/#macro]
