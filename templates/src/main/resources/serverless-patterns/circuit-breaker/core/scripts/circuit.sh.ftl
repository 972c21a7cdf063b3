#!/bin/sh
# Shows the circuit of a stage, which is dev unless another is named, or has an operator decide until it is released.
# Needs the AWS CLI 2 and the rights to dynamodb:GetItem and dynamodb:UpdateItem on the circuit's table.
#
#   scripts/circuit.sh show [STAGE]
#   scripts/circuit.sh force-open [STAGE [REASON]]     nothing reaches the service, and nothing probes it
#   scripts/circuit.sh force-closed [STAGE [REASON]]   every request reaches it, and no failure opens the circuit
#   scripts/circuit.sh release [STAGE [REASON]]        the circuit moves by itself again; the next request probes an open one
#
# REASON stands in the circuit and in the notification: up to 200 letters, digits, blanks and . , : ; # / ( ) _ -
set -eu

usage() {
    sed -n 's/^#   //p' "$0" >&2
    exit 2
}

fail() {
    echo "$1" >&2
    exit 1
}

[ "$#" -ge 1 ] && [ "$#" -le 3 ] || usage
command=$1
stack="[=stackName]-${2:-dev}"
reason=${3:-"By hand: $command"}
# What there is of a probe or a count means nothing any more.
forget="failures, windowStart, trips, probeOwner, probeUntil, probeMessage, probeCount"
values=
case $command in
    show) ;;
    force-open)
        set_to="#status = :status, forced = :true, openedAt = :now, openUntil = :now"
        remove=$forget
        values='":status": {"S": "OPEN"}, ":true": {"BOOL": true},'
        ;;
    force-closed)
        set_to="#status = :status, forced = :true"
        remove="$forget, openedAt, openUntil"
        values='":status": {"S": "CLOSED"}, ":true": {"BOOL": true},'
        ;;
    release)
        set_to="#status = if_not_exists(#status, :closed)"
        remove=forced
        values='":closed": {"S": "CLOSED"},'
        ;;
    *) usage ;;
esac
case $reason in
    *[!A-Za-z0-9\ .,:\;#/\(\)_-]*) fail "The reason has a character that is not allowed: $reason" ;;
esac
[ "${#reason}" -le 200 ] || fail "The reason is longer than 200 characters"

table=$(aws cloudformation describe-stacks --stack-name "$stack" --output text \
    --query "Stacks[0].Outputs[?OutputKey=='CircuitTable'].OutputValue")
if [ -z "$table" ] || [ "$table" = None ]; then
    fail "The stack $stack has no output CircuitTable: is it deployed, and are account and region right?"
fi
key='{"id": {"S": "[=resourcePath]"}}'

if [ "$command" != show ]; then
    aws dynamodb update-item --table-name "$table" --key "$key" \
        --update-expression "SET $set_to, reason = :reason, updatedAt = :now REMOVE $remove" \
        --expression-attribute-names '{"#status": "status"}' \
        --expression-attribute-values "{$values \":now\": {\"N\": \"$(date +%s)000\"}, \":reason\": {\"S\": \"$reason\"}}"
fi
aws dynamodb get-item --consistent-read --table-name "$table" --key "$key" --output json --query Item
