| `functions/` | Lambda handlers[#if slot("work")?has_content]; `[=Resource]Work` is the place for your business code[/#if] |
