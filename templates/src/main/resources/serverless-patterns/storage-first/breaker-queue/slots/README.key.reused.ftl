[#if slot("work")?has_content && !slot("README.duplicate")?has_content]The same key with another body is a mistake: such a request goes to the dead-letter queue with its reason.[/#if]
