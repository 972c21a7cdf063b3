[#import "/openapi.ftl" as openapi]
{
  "openapi": "3.0.3",
  "info": {
    "title": "[=artifactId][#if storageFirst == "s3"]: [=resources][/#if]",
    "description": "[=slot("openapi.description")?replace("\n", " ")]Create, list, read, change and delete [=resources].",
    "version": "1"
  },
  "servers": [
    {
      "url": "https://{api}.execute-api.{region}.amazonaws.com/{stage}",
      "description": "The output CrudUrl of the stack, without the path",
      "variables": {
        "api": { "default": "api" },
        "region": { "default": "eu-west-1" },
        "stage": { "default": "dev", "enum": ["dev", "prod"] }
      }
    }
  ],
  "security": [{ "caller": [] }],
  "paths": {
[=slot("openapi.paths")]    "/[=resourcePath]": {
      "post": {
        "operationId": "create[=Resource]",
        "summary": "Create. With an Idempotency-Key, a repeated request creates nothing and is answered as the first one.",
        "parameters": [
          {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "Counts for 24 hours and for one caller.",
            "schema": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,80}$" }
          }
        ],
        "requestBody": { "$ref": "#/components/requestBodies/[=Resource]Content" },
        "responses": {
          "201": {
            "description": "Created, now or by the first request with this key",
            "headers": {
              "ETag": { "$ref": "#/components/headers/ETag" },
              "Location": {
                "description": "Where it is, below the host",
                "required": true,
                "schema": { "type": "string" }
              },
              "x-request-id": { "$ref": "#/components/headers/x-request-id" }
            },
            "content": {
              "application/json": { "schema": { "$ref": "#/components/schemas/[=Resource]" } }
            }
          },
[@openapi.refused ["409", "422"] /]
        }
      },
      "get": {
        "operationId": "list[=Resources]",
        "summary": "List, the newest first. May be some milliseconds late.",
        "parameters": [
          {
            "name": "limit",
            "in": "query",
            "description": "How many at most",
            "schema": { "type": "integer", "minimum": 1, "maximum": 100, "default": 20 }
          },
          {
            "name": "nextToken",
            "in": "query",
            "description": "The nextToken of the page before",
            "schema": { "type": "string" }
          }
        ],
        "responses": {
          "200": {
            "description": "A page",
            "headers": {
              "x-request-id": { "$ref": "#/components/headers/x-request-id" }
            },
            "content": {
              "application/json": { "schema": { "$ref": "#/components/schemas/[=Resource]List" } }
            }
          },
[@openapi.refused /]
        }
      }
    },
    "/[=resourcePath]/{id}": {
      "get": {
        "operationId": "read[=Resource]",
        "summary": "Read.",
        "parameters": [{ "$ref": "#/components/parameters/id" }],
        "responses": {
          "200": { "$ref": "#/components/responses/200" },
[@openapi.refused ["404"] /]
        }
      },
      "put": {
        "operationId": "update[=Resource]",
        "summary": "Replace the version that was read.",
        "parameters": [
          { "$ref": "#/components/parameters/id" },
          { "$ref": "#/components/parameters/If-Match" }
        ],
        "requestBody": { "$ref": "#/components/requestBodies/[=Resource]Content" },
        "responses": {
          "200": { "$ref": "#/components/responses/200" },
[@openapi.refused ["404", "412", "422", "428"] /]
        }
      },
      "delete": {
        "operationId": "delete[=Resource]",
        "summary": "Delete the version that was read.",
        "parameters": [
          { "$ref": "#/components/parameters/id" },
          { "$ref": "#/components/parameters/If-Match" }
        ],
        "responses": {
          "204": {
            "description": "Deleted",
            "headers": {
              "x-request-id": { "$ref": "#/components/headers/x-request-id" }
            }
          },
[@openapi.refused ["404", "412", "428"] /]
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
[=slot("openapi.security")]    },
    "parameters": {
      "id": {
        "name": "id",
        "in": "path",
        "required": true,
        "schema": { "type": "string", "format": "uuid" }
      },
      "If-Match": {
        "name": "If-Match",
        "in": "header",
        "description": "The ETag that was read, or * for any version; without it the answer is 428.",
        "schema": { "type": "string" }
      }
    },
    "headers": {
      "ETag": {
        "description": "The version, for If-Match",
        "required": true,
        "schema": { "type": "string", "pattern": "^\"[1-9][0-9]*\"$" }
      },
      "Retry-After": {
        "description": "Seconds",
        "required": true,
        "schema": { "type": "string", "pattern": "^[1-9][0-9]*$" }
      },
      "x-request-id": {
        "description": "Names the request in logs, and its execution",
        "required": true,
        "schema": { "type": "string" }
      }
    },
    "requestBodies": {
      "[=Resource]Content": {
        "required": true,
        "content": {
          "application/json": { "schema": { "$ref": "#/components/schemas/[=Resource]Content" } }
        }
      }
    },
    "responses": {
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
[#assign errors = {
  "400": "Body, parameter or header not valid, or too large",
  "401": "No valid token",
  "403": "Not signed, or not allowed",
  "404": "There is nothing with this id",
  "409": "A request with this Idempotency-Key is being worked on",
  "412": "If-Match is not the ETag of the current version",
  "415": "Content-Type is not application/json",
  "422": "Valid JSON, but it cannot be done; or the Idempotency-Key was used for another body",
  "428": "If-Match is missing",
  "429": "Too many requests",
  "500": "An error of the service; nothing is known about what was done",
  "503": "Throttled, or a service does not answer",
  "504": "The answer took too long; nothing is known about what was done"
}]
[#assign documented = errors?keys?filter(status -> !["401", "403"]?seq_contains(status) || openapi.always?seq_contains(status))]
[#list documented as status]
      "[=status]": {
        "description": "[=errors[status]]",
        "headers": {
[#if ["409", "429", "503"]?seq_contains(status)]
          "Retry-After": { "$ref": "#/components/headers/Retry-After" },
[/#if]
          "x-request-id": { "$ref": "#/components/headers/x-request-id" }
        },
        "content": {
          "application/json": { "schema": { "$ref": "#/components/schemas/ErrorMessage" } }
        }
      }[#sep],[/#sep]
[/#list]
    },
    "schemas": {
      "[=Resource]Content": {
        "type": "object",
        "properties": {
          "name": { "type": "string", "minLength": 1, "maxLength": 200 },
          "quantity": { "type": "integer", "minimum": 1, "maximum": 1000 }
        },
        "required": ["name", "quantity"],
        "additionalProperties": false
      },
      "[=Resource]": {
        "type": "object",
        "properties": {
          "id": { "type": "string", "format": "uuid" },
          "name": { "type": "string", "minLength": 1, "maxLength": 200 },
          "quantity": { "type": "integer", "minimum": 1, "maximum": 1000 },
          "version": { "type": "integer", "minimum": 1 },
          "createdAt": { "type": "string", "format": "date-time" },
          "updatedAt": { "type": "string", "format": "date-time" }
        },
        "required": ["id", "name", "quantity", "version", "createdAt", "updatedAt"],
        "additionalProperties": false
      },
      "[=Resource]List": {
        "type": "object",
        "properties": {
          "items": { "type": "array", "maxItems": 100, "items": { "$ref": "#/components/schemas/[=Resource]" } },
          "nextToken": { "description": "Absent on the last page", "type": "string" }
        },
        "required": ["items"],
        "additionalProperties": false
      },
      "ErrorMessage": {
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
