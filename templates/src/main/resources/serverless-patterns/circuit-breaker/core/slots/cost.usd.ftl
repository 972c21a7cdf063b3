[#import "/cost.ftl" as cost]
[#if downstream == "ecs"]
[=(cost.transitions() * 25)?string("0.00")]
0.13
3.00
[#else]
1.20
0.13
1.50
[/#if]
