
### CRUD

Delete the classes `Crud…` and their lines in `[=Name]Stack`, `addCrud` and what follows it in `RequestApi`, `crud*.asl.json`, the request templates `crud-*.vtl` and `method-not-allowed.vtl`, their paths in `openapi.json`, and the tests of all these. `CrudTable` keeps its data in production.
