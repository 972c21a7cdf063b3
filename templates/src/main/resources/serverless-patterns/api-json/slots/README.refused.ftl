[#if storageFirst != "s3"]
| 415 | `Content-Type` is not `application/json` | correct it |
[/#if]
