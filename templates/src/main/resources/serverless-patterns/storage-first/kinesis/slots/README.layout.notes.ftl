[#if !slot("stream.queue")?has_content]
All time limits are in `Timing`, which refuses combinations that would lose messages.
[/#if]
