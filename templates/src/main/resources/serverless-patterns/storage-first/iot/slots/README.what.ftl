A serverless application on AWS: **storage-first** for devices. What a device publishes to `[=stackName]/<stage>/[=resourcePath]/<thing>` is stored in SQS by a topic rule of AWS IoT Core; [=slot("README.worker")?trim] works on it afterwards.

- The message is stored by AWS IoT Core itself. No code runs before it is safe, so no bug, deployment or cold start can lose it.
- Any payload is stored byte for byte, JSON or not.
- What the rule cannot put into the work queue, its error action puts into the dead-letter queue, from where it is sent back by the same command.
[=slot("README.outage")]- The field `id` of the payload travels from the device to the work: a message published again is stored again, [#if slot("work")?has_content]but worked on once[#else]and the work knows it by that[/#if].
