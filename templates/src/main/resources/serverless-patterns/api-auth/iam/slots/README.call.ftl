pip install awscurl
awscurl --service execute-api --region "$AWS_REGION" -X POST -H 'Content-Type: application/json' \
  -H 'Idempotency-Key: try-1' -d "$(cat events/[=resource].json)" "$(output ApiUrl)"
# {"id": "try-1", "requestId": "…"}
