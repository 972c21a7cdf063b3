#!/bin/sh
# Lists, flips and takes back the feature flags of a stage, which is dev unless another is named.
# Needs the AWS CLI 2 (2.22 or later for back) and the Node.js that builds this project.
#
#   scripts/flags.sh list [STAGE]          what is on and off, and a rollout that is under way
#   scripts/flags.sh on FLAG [STAGE]       rolls it out: in dev at once, in prod to 10 percent, after 20 minutes to all, and
#                                          then 10 minutes under watch. An alarm takes it back.
#   scripts/flags.sh on-now FLAG [STAGE]   at once: for flags that an operator needs now
#   scripts/flags.sh off FLAG [STAGE]      at once
#   scripts/flags.sh back [STAGE]          takes back what was flipped last, within 72 hours, alarm or not
#   scripts/flags.sh forget [STAGE]        deletes what this script stored. The stack can be deleted only after that.
#
# off, on-now and back first end a rollout that is under way. Functions notice within half a minute.
set -eu

usage() {
    sed -n 's/^#   //p' "$0" >&2
    exit 2
}

fail() {
    echo "$1" >&2
    exit 1
}

[ "$#" -ge 1 ] || usage
command=$1
shift
flag=
case $command in
    list | back | forget) ;;
    on | on-now | off)
        [ "$#" -ge 1 ] || usage
        flag=$1
        shift
        ;;
    *) usage ;;
esac
[ "$#" -le 1 ] || usage
stage=${1:-dev}
stack="[=stackName]-$stage"

outputs=$(aws cloudformation describe-stacks --stack-name "$stack" --output text \
    --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]')

output() {
    value=$(printf '%s\n' "$outputs" | awk -v key="$1" '$1 == key { print $2 }')
    [ -n "$value" ] || fail "The stack $stack has no output $1: is it deployed, and are account and region right?"
    echo "$value"
}

application=$(output FlagsApplication)
environment=$(output FlagsEnvironment)
profile=$(output FlagsProfile)
defined=$(output FlagsVersion)
rollout=$(output FlagsRollout)
at_once=$(output FlagsAtOnce)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

unsettled="State=='DEPLOYING' || State=='BAKING' || State=='VALIDATING' || State=='ROLLING_BACK'"

# deployments QUERY: of the newest 50, the newest first
deployments() {
    aws appconfig list-deployments --application-id "$application" --environment-id "$environment" \
        --no-paginate --output text --query "$1"
}

# document VERSION FILE
document() {
    aws appconfig get-hosted-configuration-version --application-id "$application" \
        --configuration-profile-id "$profile" --version-number "$1" "$2" >"$work/ignored"
}

# The number of a deployment that has not come to its end, or None
under_way() {
    deployments "Items[?$unsettled] | [0].DeploymentNumber"
}

# settled NUMBER: waits until a deployment has come to its end, and says how
settled() {
    tries=0
    while :; do
        state=$(state "$1")
        case $state in
            COMPLETE | ROLLED_BACK | REVERTED) break ;;
        esac
        tries=$((tries + 1))
        [ "$tries" -lt "${FLAGS_TRIES:-60}" ] || break
        sleep "${FLAGS_SECONDS:-2}"
    done
    echo "$state"
}

# state NUMBER: of a deployment
state() {
    aws appconfig get-deployment --application-id "$application" --environment-id "$environment" \
        --deployment-number "$1" --output text --query State
}

# end NUMBER: takes a deployment back, unless that is under way
end() {
    [ "$(state "$1")" = ROLLING_BACK ] || aws appconfig stop-deployment --application-id "$application" \
        --environment-id "$environment" --deployment-number "$1" --allow-revert >"$work/ignored"
    state=$(settled "$1")
    case $state in
        ROLLED_BACK | REVERTED) echo "Deployment $1: $state" ;;
        *) fail "Deployment $1 is $state: see it in the console of AppConfig" ;;
    esac
}

# What holds: the version that was deployed to its end last
deployed() {
    version=$(deployments "Items[?State=='COMPLETE'] | [0].ConfigurationVersion")
    [ "$version" != None ] || fail "Nothing is deployed in $stack"
    document "$version" "$work/deployed.json"
}

list() {
    deployed
    node - "$work/deployed.json" <<'JS'
const document = JSON.parse(require('node:fs').readFileSync(process.argv[2], 'utf8'));
for (const [key, { enabled }] of Object.entries(document.values ?? {})) {
  console.log(`${enabled ? 'on ' : 'off'}  ${key}`);
}
JS
    deployments "Items[?$unsettled].[DeploymentNumber,State,PercentageComplete]" |
        while read -r number state percent; do
            echo "Deployment $number is $state, at $percent percent"
        done
}

# flip FLAG true|false STRATEGY. The flags are those that the stack defines, their values those that are deployed.
flip() {
    latest=$(aws appconfig list-hosted-configuration-versions --application-id "$application" \
        --configuration-profile-id "$profile" --output json --query 'max_by(Items, &VersionNumber).VersionNumber')
    deployed
    document "$defined" "$work/defined.json"
    changed=0
    node - "$work/defined.json" "$work/deployed.json" "$work/new.json" "$1" "$2" <<'JS' || changed=$?
const { readFileSync, writeFileSync } = require('node:fs');
const [defined, deployed, file, flag, enabled] = process.argv.slice(2);
const document = JSON.parse(readFileSync(defined, 'utf8'));
const values = JSON.parse(readFileSync(deployed, 'utf8')).values ?? {};
const known = Object.keys(document.flags);
if (!known.includes(flag)) {
  console.error(`There is no flag '${flag}'. Flags: ${known.join(', ')}`);
  process.exit(1);
}
if ((values[flag]?.enabled ?? false) === (enabled === 'true')) {
  process.exit(3);
}
for (const key of known) {
  document.values[key] = { ...document.values[key], enabled: values[key]?.enabled ?? false };
}
document.values[flag].enabled = enabled === 'true';
writeFileSync(file, JSON.stringify(document));
JS
    case $changed in
        0) ;;
        3)
            echo "$1 is so already"
            return
            ;;
        *) exit 1 ;;
    esac
    version=$(aws appconfig create-hosted-configuration-version --application-id "$application" \
        --configuration-profile-id "$profile" --content "fileb://$work/new.json" --content-type application/json \
        --latest-version-number "$latest" --output text --query VersionNumber "$work/ignored")
    number=$(aws appconfig start-deployment --application-id "$application" --environment-id "$environment" \
        --configuration-profile-id "$profile" --configuration-version "$version" \
        --deployment-strategy-id "$3" --output text --query DeploymentNumber)
    if [ "$3" != "$at_once" ]; then
        echo "Deployment $number is under way. To watch it: $0 list $stage; to end it: $0 off $1 $stage"
        return
    fi
    state=$(settled "$number")
    [ "$state" = COMPLETE ] || fail "Deployment $number is $state: see it in the console of AppConfig"
    echo "Deployment $number: $state"
}

number=$(under_way)
case $command in
    list) list ;;
    on)
        [ "$number" = None ] || fail "Deployment $number is under way: see $0 list $stage"
        flip "$flag" true "$rollout"
        ;;
    on-now | off)
        [ "$number" = None ] || end "$number"
        flip "$flag" "$([ "$command" = off ] && echo false || echo true)" "$at_once"
        ;;
    back)
        [ "$number" != None ] || number=$(deployments "Items[?State=='COMPLETE'] | [0].DeploymentNumber")
        [ "$number" != None ] && [ "$number" != 1 ] || fail "There is nothing to take back"
        end "$number"
        ;;
    forget)
        aws appconfig list-hosted-configuration-versions --application-id "$application" \
            --configuration-profile-id "$profile" --output text --query 'Items[].[VersionNumber]' |
            while read -r version; do
                [ "$version" = "$defined" ] || aws appconfig delete-hosted-configuration-version \
                    --application-id "$application" --configuration-profile-id "$profile" --version-number "$version"
            done
        ;;
esac
