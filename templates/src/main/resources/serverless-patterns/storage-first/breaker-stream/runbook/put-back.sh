#!/usr/bin/env bash
# Puts what is in the dead-letter queue back into the stream: rejected requests, and records that the pipe gave up, of
# which the queue has pointers only. Each is put before its message is deleted, so an interrupted run loses nothing; run
# again, it may put some twice, and who works on them knows their id.
#
#   bash runbook/put-back.sh QUEUE_URL STREAM_NAME
#
# Needs AWS CLI 2, jq and the rights to read and delete in the queue, to read the stream and to kinesis:PutRecord.
set -euo pipefail

if [ $# -ne 2 ]; then
  sed -n '6s/^# *//p' "$0" >&2
  exit 2
fi
queue=$1
stream=$2
# As a file: a record can be longer than a command line may be.
input=$(mktemp)
trap 'rm -f "$input"' EXIT

# The record that a pointer names, as {"PartitionKey": …, "Data": Base64}; nothing when the stream has lost it.
fetch_record() {
  local shard sequence iterator
  shard=$(jq --raw-output .shardId <<<"$1")
  sequence=$(jq --raw-output .startSequenceNumber <<<"$1")
  iterator=$(aws kinesis get-shard-iterator --stream-name "$stream" --shard-id "$shard" \
    --shard-iterator-type AT_SEQUENCE_NUMBER --starting-sequence-number "$sequence" \
    --query ShardIterator --output text </dev/null) || return 0
  aws kinesis get-records --shard-iterator "$iterator" --limit 1 --output json </dev/null |
    jq --compact-output --arg sequence "$sequence" \
      '.Records[] | select(.SequenceNumber == $sequence) | {PartitionKey, Data}'
}

count=0
lost=0
while true; do
  messages=$(aws sqs receive-message --queue-url "$queue" --max-number-of-messages 10 --wait-time-seconds 5 \
    --visibility-timeout 300 --output json)
  [ -n "$messages" ] || break
  while IFS= read -r message; do
    body=$(jq --raw-output .Body <<<"$message")
    pointer=$(jq --compact-output '.KinesisBatchInfo // empty' <<<"$body")
    if [ -n "$pointer" ]; then
      record=$(fetch_record "$pointer")
    else
      record=$body
    fi
    if [ -z "$record" ]; then
      echo "The stream has no more what $(jq --raw-output .startSequenceNumber <<<"$pointer") was" >&2
      lost=$((lost + 1))
      continue
    fi
    jq --compact-output --arg stream "$stream" '. + {StreamName: $stream}' <<<"$record" >"$input"
    aws kinesis put-record --cli-binary-format base64 --cli-input-json "file://$input" >/dev/null </dev/null
    aws sqs delete-message --queue-url "$queue" --receipt-handle "$(jq --raw-output .ReceiptHandle <<<"$message")" \
      </dev/null
    count=$((count + 1))
  done < <(jq --compact-output '.Messages[]' <<<"$messages")
done
echo "$count records put back"
[ "$lost" -eq 0 ]
