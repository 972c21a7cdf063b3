#!/usr/bin/env bash
# Puts parked requests back into the stream. Each is put before it is deleted, so an interrupted run loses nothing;
# run again, it may put some twice, and the ledger lets each be worked on once.
#
#   bash runbook/put-back.sh dead-letters QUEUE_URL STREAM_NAME   messages of the dead-letter queue
#   bash runbook/put-back.sh failed BUCKET STREAM_NAME            records in the bucket of failed records
#
# Needs AWS CLI 2, jq and the rights to read and delete there and to kinesis:PutRecord.
set -euo pipefail

if [ $# -ne 3 ]; then
  sed -n '5,6s/^# *//p' "$0" >&2
  exit 2
fi
source=$2
stream=$3
# As a file: a record can be longer than a command line may be.
input=$(mktemp)
trap 'rm -f "$input"' EXIT

# One record, {"PartitionKey": …, "Data": Base64}, in each line of the input.
put_records() {
  local record
  while IFS= read -r record; do
    jq --compact-output --arg stream "$stream" '. + {StreamName: $stream}' <<<"$record" >"$input"
    aws kinesis put-record --cli-binary-format base64 --cli-input-json "file://$input" >/dev/null </dev/null
  done
}

put_back_dead_letters() {
  local messages count=0
  while true; do
    messages=$(aws sqs receive-message --queue-url "$source" --max-number-of-messages 10 --wait-time-seconds 5 \
      --visibility-timeout 300 --output json)
    [ -n "$messages" ] || break
    while IFS= read -r message; do
      jq --raw-output .Body <<<"$message" | put_records
      aws sqs delete-message --queue-url "$source" --receipt-handle "$(jq --raw-output .ReceiptHandle <<<"$message")"
      count=$((count + 1))
    done < <(jq --compact-output '.Messages[]' <<<"$messages")
  done
  echo "$count messages put back"
}

# An object is what Lambda reports of a batch, with the whole event as text in "payload".
put_back_failed() {
  local keys key count=0
  keys=$(aws s3api list-objects-v2 --bucket "$source" --query 'Contents[].[Key]' --output text)
  while IFS= read -r key; do
    if [ -z "$key" ] || [ "$key" = None ]; then
      continue
    fi
    aws s3 cp --quiet "s3://$source/$key" - |
      jq --compact-output '.payload | if type == "string" then fromjson else . end
        | .Records[].kinesis | {PartitionKey: .partitionKey, Data: .data}' | put_records
    aws s3api delete-object --bucket "$source" --key "$key" >/dev/null
    count=$((count + 1))
  done <<<"$keys"
  echo "$count batches put back"
}

case $1 in
  dead-letters) put_back_dead_letters ;;
  failed) put_back_failed ;;
  *)
    echo "There is no '$1': dead-letters or failed" >&2
    exit 2
    ;;
esac
