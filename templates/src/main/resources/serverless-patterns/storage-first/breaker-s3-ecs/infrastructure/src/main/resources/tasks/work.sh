#!/bin/sh
# The work on one request. An example: put an image of your own in its place.
#
# REQUEST_ID       how the request is known: by the Idempotency-Key of the client, else by the name of its object
# RECEIVED_AT      when it was stored, in epoch milliseconds
# REQUEST_BUCKET, REQUEST_KEY, REQUEST_VERSION
#                  the stored object, which is the body of the request: of any type, up to 10 MB
# RESULT_URI       where its result goes, as JSON of at most 256 KB; none is needed
# PROBE            true when there is no request (REQUEST_KEY and REQUEST_VERSION are empty): use what the work depends on,
#                  and change nothing
#
# Exit code 0: done. 65 (EX_DATAERR): the request can never be worked on. Any other: failed, and tried again.
set -eu

if [ "$PROBE" = true ]; then
  aws s3api head-bucket --bucket "$REQUEST_BUCKET" >/dev/null
  exit 0
fi

# Done before, in an attempt of which nobody saw the end.
if aws s3 cp --only-show-errors "$RESULT_URI" - >/dev/null 2>&1; then
  exit 0
fi

# Exactly this version, whatever was written or deleted since.
body=$(mktemp)
if ! answer=$(aws s3api get-object --bucket "$REQUEST_BUCKET" --key "$REQUEST_KEY" --version-id "$REQUEST_VERSION" \
  "$body" 2>&1); then
  echo "$answer" >&2
  case $answer in
    *NoSuchVersion* | *NoSuchKey*) exit 65 ;;
    *) exit 1 ;;
  esac
fi

if [ ! -s "$body" ]; then
  echo "rejected: the body is empty" >&2
  exit 65
fi

printf '{"outcome": "DONE"}' | aws s3 cp --only-show-errors --content-type application/json - "$RESULT_URI"
