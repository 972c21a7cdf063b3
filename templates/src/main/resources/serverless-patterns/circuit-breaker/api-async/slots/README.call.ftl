call -X POST -H 'Idempotency-Key: try-1' -d "$(cat events/[=resource].json)" "$(output ApiUrl)"
# {"id": "try-1", "status": "RUNNING", …}; a minute later:
call "$(output ApiUrl)/try-1"
# {"id": "try-1", "status": "SUCCEEDED", "result": {"outcome": "DONE"}}
