## Feature flags

Flags are in AWS AppConfig and are flipped without a deployment. Off is how the code was before there was the flag: so a flag is off when AppConfig does not answer, when it has no document that can be read, and where the document does not name it.

| Flag | When it is on | Flip it with |
|---|---|---|
[=slot("README.flags.rows")?trim]

```sh
scripts/flags.sh list prod         # what is on and off, and a rollout that is under way
scripts/flags.sh on FLAG prod      # 10 percent, after 20 minutes all, then 10 minutes under watch; dev: at once
scripts/flags.sh on-now FLAG prod  # at once
scripts/flags.sh off FLAG prod     # at once; ends a rollout that is under way
scripts/flags.sh back prod         # takes back what was flipped last, within 72 hours, whatever the alarms say
```

### The life of a flag

1. **Add.** Name it in `Flag` and, off, in `feature-flags.json`; a test compares the two. Ask for it where the code divides, and test both ways. Deploy: the flag is there and off.
2. **Roll out.** `scripts/flags.sh on` in dev, then in prod. An alarm takes the rollout back: give a flag of yours one that counts what the new way alone does wrong[=slot("README.flags.example")?chop_linebreak], and hand it to `rollBackOn`. An alarm that any outage raises would keep flags from being switched on in the outage, which is when an operator needs some of them.
3. **Remove.** When it has been on everywhere for a while, delete the old way, then the flag from `Flag` and `feature-flags.json`, and deploy. The next flip drops it from what AppConfig has. A flag that nobody removes is a branch that nobody tests.

### What holds

- **No deployment of the stack flips a flag.** CloudFormation deploys version 1 of the document, all off, when it makes the environment, and never again: the resource has no property that changes. A changed `feature-flags.json` becomes a version that is not deployed; `scripts/flags.sh` takes from it which flags there are, and their values from what is deployed.
- **A percentage is of containers**, not of users or requests: AppConfig gives a session the new document or the old one, and each container has a session. The same request, tried again, may go the other way.
- A container asks every 30 seconds at most, and never while it is frozen: a flip reaches the next request after that time.
[=slot("README.flags.reader")]- Before flags are deployed, a function checks them (`ValidateFlagsHandler`): the console refuses a misspelt flag, and multi-variant flags, which only the AppConfig Agent can read.
- **Alarm `FlagsUnread`:** functions cannot read the flags, so all are off. Look for `Flags cannot be read` in their logs.
- Two people may flip at once: the second is refused and tries again.

### Cost

A container that works all day asks 2,880 times, for 0.0006 US$, and pays 0.0008 for each document that it receives: one at its start, one for each flip. Alarms are 0.10 each a month, custom metrics 0.30 while used. **The trap:** a state machine that reads AppConfig by the SDK integration begins a session in each execution and so receives a document each time: 800 US$ for a million executions. [#if slot("flags.reader")?has_content]Here it asks a function, which keeps the document: 0.50 for a million executions, and some 10 ms for each.[#else]Ask a function that keeps the document.[/#if]
