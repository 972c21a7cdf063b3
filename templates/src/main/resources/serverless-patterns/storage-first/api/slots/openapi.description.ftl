[#if storageFirst != "s3"]
Store requests that are worked on later.
[/#if]
