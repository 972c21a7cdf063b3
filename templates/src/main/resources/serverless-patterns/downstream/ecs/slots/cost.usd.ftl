165.00
83.00
[=slot("ecs-work.object")?has_content?then("6.00", "11.00")]
0.50
