[#if storageFirst == "none" && circuitBreaker == "false"]
- Feature flags in AWS AppConfig are flipped without a deployment, rolled out step by step, and off when they cannot be read.
[/#if]
