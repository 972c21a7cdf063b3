[#if slot("work")?has_content && !slot("README.duplicate")?has_content]An id that comes again with another body is a mistake: such a request goes to the dead-letter queue with its reason.[/#if]
