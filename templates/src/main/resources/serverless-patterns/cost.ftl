[#-- A table of costs. Each folder adds its rows in the slot README.cost.rows, and what they cost to cost.usd. --]

[#macro table what]
For a million [=what] in us-east-1, without free tier; look up your region's prices.

| | US$ |
|---|---|
[#nested]
[=slot("README.cost.rows")]| **Together** | **about [=together()]** |
[/#macro]

[#-- Up to the next half dollar, as a range in a row counts with its middle. --]
[#function together]
[#local sum = 0]
[#list slot("cost.usd")?trim?split("\n") as usd]
[#local sum = sum + usd?number]
[/#list]
[#local halves = (sum * 2)?ceiling]
[#return (halves / 2)?string(((halves % 2) == 0)?then("0", "0.00"))]
[/#function]

[#-- State transitions of a Standard execution that works on a request: what reads the message, the flags, the work, its row. --]
[#function transitions]
[#local reading = slot("breaker.reading-steps")?trim]
[#local handingOver = slot("ecs-work.object")?has_content?then(0, 1)]
[#local ledger = slot("breaker.ledger")?has_content?then(5, 0)]
[#return reading?has_content?then(reading, "0")?number + ledger + (featureFlags == "true")?then(2, 0) + handingOver + 6]
[/#function]

[#-- What goes on costing when nothing happens: the parts of a list, and the end of its sentence. --]
[#macro idle][#local parts = slot("README.cost.idle")?chop_linebreak][=parts][#if !parts?trim?ends_with(".")].[/#if][/#macro]
