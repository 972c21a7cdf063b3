[#import "/openapi.ftl" as openapi]
[#macro section name members]
[#if members?has_content]
    "[=name]": {
[=members?remove_ending(",\n")]
    },
[/#if]
[/#macro]
{
  "openapi": "3.0.3",
  "info": {
    "title": "[=artifactId]: [=resources]",
    "description": "[=slot("openapi.description")?trim?replace("\n", " ")]",
    "version": "1"
  },
[@openapi.servers output=(crud != "none")?then("CrudUrl", "ApiUrl") indent="  " /]
  "security": [{ "caller": [] }],
  "paths": {
[=slot("openapi.paths")?remove_ending(",\n")]
  },
  "components": {
    "securitySchemes": {
[=slot("openapi.security")]    },
[@section "parameters" slot("openapi.parameters") /]
    "headers": {
[=slot("openapi.headers")]      "Retry-After": {
        "description": "Seconds",
        "required": true,
        "schema": { "type": "string", "pattern": "^[1-9][0-9]*$" }
      },
      "x-request-id": {
        "description": "Names the request in logs",
        "required": true,
        "schema": { "type": "string" }
      }
    },
[@section "requestBodies" slot("openapi.requestBodies") /]
    "responses": {
[=slot("openapi.responses")?remove_ending(",\n")]
    },
    "schemas": {
[=slot("openapi.schemas")]      "ErrorMessage": {
        "type": "object",
        "properties": {
          "message": { "type": "string" },
          "requestId": { "type": "string" }
        },
        "required": ["message", "requestId"],
        "additionalProperties": false
      }
    }
  }
}
