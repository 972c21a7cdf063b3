[#import "/openapi.ftl" as openapi]
    "/[=resourcePath]": {
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
[@openapi.refused ["409", "413", "415", "422"] /]
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
[@openapi.refused ["415"] /]
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
[@openapi.refused ["404", "415"] /]
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
[@openapi.refused ["404", "412", "413", "415", "422", "428"] /]
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
[@openapi.refused ["404", "412", "415", "428"] /]
        }
      }
    },
