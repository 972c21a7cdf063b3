# [=Name]

Bakes [=resources] with Java [=javaVersion]. ${left.alone} $alone <#if alone>
[#if alarm == "true"]

Mind the [=alarmKind].
[/#if]
[=slot("readme")]