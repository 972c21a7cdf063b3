call -X POST -H 'Idempotency-Key: try-1' -d "$(cat events/[=resource].json)" "$(output ApiUrl)"
# [=slot("circuit-api.answer")?trim]
