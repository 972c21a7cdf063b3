#!/usr/bin/env bash
# Starts parked requests again, each as a new execution named by the id and the message. Each is started before its
# message is deleted, so an interrupted run loses nothing and may be run again.
#
#   bash runbook/put-back.sh QUEUE_URL STATE_MACHINE_ARN
#
# Needs AWS CLI 2, jq and the rights to receive from and delete in the queue and to states:StartExecution.
set -euo pipefail

if [ $# -ne 2 ]; then
  sed -n '5s/^# *//p' "$0" >&2
  exit 2
fi
queue=$1
machine=$2
count=0
# As a file: an input can be longer than a command line may be.
input=$(mktemp)
trap 'rm -f "$input"' EXIT

while true; do
  messages=$(aws sqs receive-message --queue-url "$queue" --max-number-of-messages 10 --wait-time-seconds 5 \
    --visibility-timeout 300 --message-attribute-names id --output json)
  [ -n "$messages" ] || break
  while IFS= read -r message; do
    name=$(jq --raw-output '(.MessageAttributes.id.StringValue // "" | gsub("[^A-Za-z0-9_-]"; "_") | .[:43])
      + "-" + .MessageId' <<<"$message")
    jq --compact-output --arg machine "$machine" --arg name "$name" \
      '{stateMachineArn: $machine, name: $name, input: .Body}' <<<"$message" >"$input"
    if ! answer=$(aws stepfunctions start-execution --cli-input-json "file://$input" 2>&1); then
      # The run before was interrupted between the start and the deletion.
      grep -q ExecutionAlreadyExists <<<"$answer" || { echo "$answer" >&2; exit 1; }
    fi
    aws sqs delete-message --queue-url "$queue" --receipt-handle "$(jq --raw-output .ReceiptHandle <<<"$message")"
    count=$((count + 1))
  done < <(jq --compact-output '.Messages[]' <<<"$messages")
done
echo "$count requests started again"
