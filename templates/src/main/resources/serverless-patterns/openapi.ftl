[#-- For the parts of openapi.json. Each part of a slot of it ends with a comma, and the last one is taken off. --]
[#assign always = ["400"] + lines("openapi.unauthorized") + ["429", "500", "503", "504"]]
[#-- What a method answers that does not do it: the components of these names, which are statuses but where names says else. --]
[#macro refused more=[] names={}]
[#list (always + more)?sort as status]
          "[=status]": { "$ref": "#/components/responses/[=names[status]!status]" }[#sep],[/#sep]
[/#list]
[/#macro]
[#-- One of these components. --]
[#macro error name description retryAfter=false]
      "[=name]": {
        "description": "[=description]",
        "headers": {
[#if retryAfter]
          "Retry-After": { "$ref": "#/components/headers/Retry-After" },
[/#if]
          "x-request-id": { "$ref": "#/components/headers/x-request-id" }
        },
        "content": {
          "application/json": { "schema": { "$ref": "#/components/schemas/ErrorMessage" } }
        }
      },
[/#macro]
[#macro servers output indent]
[=indent]"servers": [
[=indent]  {
[=indent]    "url": "https://{api}.execute-api.{region}.amazonaws.com/{stage}",
[=indent]    "description": "The output [=output] of the stack, without the path",
[=indent]    "variables": {
[=indent]      "api": { "default": "api" },
[=indent]      "region": { "default": "eu-west-1" },
[=indent]      "stage": { "default": "dev", "enum": ["dev", "prod"] }
[=indent]    }
[=indent]  }
[=indent]],
[/#macro]
