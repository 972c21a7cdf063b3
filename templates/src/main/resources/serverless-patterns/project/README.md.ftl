[#-- One empty line between what the slots bring, whether they begin or end with one or not. --]
[#function section name]
[#return slot(name)?replace("\n{3,}", "\n\n", "r")?replace("\n+### ", "\n\n### ", "r")?trim]
[/#function]
# [=artifactId]

[=slot("README.what")?trim]

```mermaid
flowchart LR
    [=(slot("README.diagram.entry") + slot("README.diagram"))?trim]
```

## Layout

| Path | What |
|---|---|
| `infrastructure/` | CDK app; start reading at `[=Name]Stack` |
[=slot("README.layout")]| `cdk-app.js` | Starts the CDK app through the Maven wrapper, on every platform |

[=(slot("README.layout.notes")?trim + " What differs")?trim] between stages is in `Stage`.

## Build and test

A JDK ([=javaVersion] or later) and Node.js (22 or later is supported by AWS; 20 works) are all you need; no AWS account, no Docker.

```sh
./mvnw verify        # on Windows: mvnw verify. Runs npm ci when package-lock.json changed
npx cdk synth        # writes the CloudFormation template to cdk.out/
```

## Deploy

```sh
npx cdk bootstrap                            # once for each account and region
npx cdk deploy -c alarmEmail=me@example.org  # stage dev; confirm the e-mail that SNS sends
npx cdk deploy -c stage=prod -c alarmEmail=me@example.org
```

| Context | Values | Default | |
|---|---|---|---|
| `stage` | `dev`, `prod` | `dev` | prod keeps logs longer, is protected against deletion and keeps what holds data |
| `alarmEmail` | an address | none | subscribed to the alarms; leaving it out of a later deployment unsubscribes it. Others can subscribe to the topic in the output `AlarmTopicArn` |
[=slot("README.context")]
To keep a value, write it into `context` of `cdk.json`.

[#if slot("README.deploy")?has_content]
[=slot("README.deploy")?trim]

[/#if]
## Try it

```sh
output() { aws cloudformation describe-stacks --stack-name [=stackName]-dev --output text \
  --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue"; }

[=(slot("README.caller.setup")?trim + "\n\n" + slot("README.call")?trim + "\n\n" + slot("README.see")?trim)?trim]
```

[=(slot("README.callers")?trim + " " + slot("README.key")?trim + " " + slot("README.key.reused")?trim)?trim]

[#if slot("README.answers")?has_content]
[=section("README.answers")]

[/#if]
[#if slot("README.patterns")?has_content]
## How it works

[=section("README.patterns")]

[/#if]
[#if slot("README.flags")?has_content]
[=section("README.flags")]

[/#if]
[#if slot("README.runbook")?has_content]
## Runbook

[=section("README.runbook")]

[/#if]
## What is kept, how long, and lost when

| What | Kept | Lost when |
|---|---|---|
[=slot("README.kept")]| Logs | dev 7 days, prod 90 days | |

[#if slot("README.kept.notes")?has_content]
[=section("README.kept.notes")]

[/#if]
## Limits

[=section("README.limits")]

[#if slot("README.cost")?has_content]
## Cost

[=section("README.cost")]

[/#if]
## Destroy

```sh
npx cdk destroy      # dev: everything is deleted, with its contents
```

[=slot("README.destroy")]For prod, first switch off the protection (`aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name [=stackName]-prod`); what holds data stays and can be deleted by hand.

[#if slot("README.remove")?has_content]
## Remove a pattern

[=section("README.remove")]

[/#if]
## What only AWS can show

Tests [#if slot("README.verified")?has_content]run [=lines("README.verified")?join(", ")], and [/#if]check the synthesized template with assertions and cdk-nag. They do not show: the deployment itself, the enforcement of IAM policies, the delivery of alarms[=slot("README.unverified")?replace("\n", "")]. Deploy `dev` and send a request before you rely on it.
