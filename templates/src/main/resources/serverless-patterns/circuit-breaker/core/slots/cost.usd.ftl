[#if downstream == "ecs"]
[=(featureFlags == "true")?then("225.00", "175.00")]
0.13
3.00
[#else]
1.20
0.13
1.50
[/#if]
