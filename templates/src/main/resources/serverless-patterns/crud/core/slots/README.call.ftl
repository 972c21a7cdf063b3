call -X POST -H 'Idempotency-Key: try-2' -d "$(cat events/new-[=resource].json)" "$(output CrudUrl)"
# {"id": "6f1c…", "name": "left-handed hammer", "quantity": 3, "version": 1, …}
call "$(output CrudUrl)?limit=10"
call "$(output CrudUrl)/6f1c…"
call -X PUT -H 'If-Match: "1"' -d '{"name": "right-handed hammer", "quantity": 2}' "$(output CrudUrl)/6f1c…"
call -X DELETE -H 'If-Match: "2"' "$(output CrudUrl)/6f1c…"

