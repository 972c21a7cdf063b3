**Which service?** Name it, best in `cdk.json` (a deployment without it forgets it), and give it its key, as the runbook says. Until then every request fails, and the circuit opens:

```sh
npx cdk deploy -c workUrl=https://api.example.com/[=resourcePath]
```

