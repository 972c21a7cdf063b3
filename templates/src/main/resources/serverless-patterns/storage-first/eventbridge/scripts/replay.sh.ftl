#!/bin/sh
# Sends the requests that the archive has from a time on until another through the rule again.
# What was worked on before is not done again: the ledger knows its id.
#
#   scripts/replay.sh 2026-01-31T08:00:00Z 2026-01-31T09:30:00Z [stage]
#
# The archive takes an event up some minutes after it was received: end at least 10 minutes before now.
set -eu

if [ "$#" -lt 2 ] || [ "$#" -gt 3 ]; then
    echo "Usage: $0 FROM UNTIL [STAGE]   times in UTC as 2026-01-31T08:00:00Z, stage dev or prod (default: dev)" >&2
    exit 2
fi
for time in "$1" "$2"; do
    case $time in
        [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z) ;;
        *)
            echo "'$time' is no time such as 2026-01-31T08:00:00Z" >&2
            exit 2
            ;;
    esac
done
stack="[=stackName]-${3:-dev}"

output() {
    value=$(aws cloudformation describe-stacks --stack-name "$stack" --output text \
        --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue")
    if [ -z "$value" ] || [ "$value" = None ]; then
        echo "The stack $stack has no output $1: is it deployed, and are account and region right?" >&2
        exit 1
    fi
    echo "$value"
}

archive=$(output ArchiveArn)
bus=$(output BusArn)
rule=$(output RuleArn)
name="replay-$(date -u +%Y%m%d-%H%M%S)-$$"

aws events start-replay --replay-name "$name" --event-source-arn "$archive" \
    --event-start-time "$1" --event-end-time "$2" \
    --destination "{\"Arn\": \"$bus\", \"FilterArns\": [\"$rule\"]}"
echo "Started. To watch it:  aws events describe-replay --replay-name $name"
echo "To stop it:            aws events cancel-replay --replay-name $name"
