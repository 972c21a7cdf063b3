| `workUrl` | an `https://` URL without query | `https://service.invalid/[=resourcePath]`, which nobody ever answers | the service inside the circuit breaker: it gets every request by `POST` |
| `workHealthUrl` | the same | `workUrl` + `/health` | what a probe without a request asks by `GET`; every 2xx is healthy |
