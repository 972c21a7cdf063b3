- The service is called with its body as JSON, `Content-Type: application/json`, `Idempotency-Key: <id>` and the key in `x-api-key`. A request that is tried again has the same `Idempotency-Key`: the service has to recognise it, or the work may be done twice.
- What its answers mean (`circuit-breaker.asl.json`):

  | The service answers | The request | Counted as a failure of the service |
  |---|---|---|
  | 2xx | is done; the body of the answer is the result | no |
  | 409: it still works on this key | is tried again | no |
  | 401, 403, 407: it does not know our key | is tried again | yes |
  | 408, 425, 429, 5xx, 3xx, nothing | is tried again | yes |
  | any other 4xx | is rejected, and never tried again | no |

- An answer of 256 KB at most (a larger one counts as a rejection), within the time limit of the task; Step Functions itself gives up after 60 s.
- The host needs a public name and a publicly trusted certificate; no mutual TLS. A service in a VPC is reached through a [private connection](https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html).
- The body is read and written again on its way: a number keeps 15 significant digits, an object with the same member twice keeps one.
- Step Functions has a [quota for HTTP tasks](https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html) of an account and region.
