**Give the service its key, or change it.** The stack made a random one. The secret `WorkKeyArn` holds what the connection takes at a deployment; the connection keeps a copy, which is what is sent:

```sh
read -rs key
aws secretsmanager put-secret-value --secret-id "$(output WorkKeyArn)" --secret-string "$key"
aws events update-connection --name "$(output WorkConnectionName)" --authorization-type API_KEY \
  --auth-parameters "{\"ApiKeyAuthParameters\": {\"ApiKeyName\": \"x-api-key\", \"ApiKeyValue\": \"$key\"}}"
```

For OAuth (client credentials) or user and password, change `Authorization` in `HttpWork`.

**The service answers 401 or 403.** The circuit opens, so that no request is lost. Set the key as above; the next probe closes the circuit.

