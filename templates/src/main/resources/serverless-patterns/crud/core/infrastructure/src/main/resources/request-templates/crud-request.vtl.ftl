## Step Functions StartSyncExecution. The input is JSON in a JSON string, and every value a string in that JSON: each is
## escaped twice, and so must parse twice. escapeJavaScript writes an apostrophe as \', which is not JSON; that is put right
## each time. Idempotency-Key is empty when the client sent one that is not valid, and $id of idempotency-key.vtl is not it.
#set($q = '"')##
#set($key = $id)##
#set($ifMatch = "")##
#foreach($name in $headers.keySet())##
#if($name.replaceAll('(?i)^if-match$', '') == '')##
#set($ifMatch = $headers.get($name))##
#end##
#if($name.replaceAll('(?i)^idempotency-key$', '') == '' && $headers.get($name) != $id)##
#set($key = "")##
#end##
#end##
#set($body = "")##
#if($context.httpMethod == 'POST' || $context.httpMethod == 'PUT')##
#set($body = $util.escapeJavaScript($input.body).replaceAll("\\'", "'"))##
#end##
#set($ifMatch = $util.escapeJavaScript($ifMatch).replaceAll("\\'", "'"))##
#set($caller = [=slot("api-auth.caller")?trim])##
#set($caller = $util.escapeJavaScript($caller).replaceAll("\\'", "'"))##
#set($itemId = $util.escapeJavaScript("$!input.params().path.get('id')").replaceAll("\\'", "'"))##
#set($limit = $util.escapeJavaScript("$!input.params().querystring.get('limit')").replaceAll("\\'", "'"))##
#set($nextToken = $util.escapeJavaScript("$!input.params().querystring.get('nextToken')").replaceAll("\\'", "'"))##
#set($request = "{${q}method${q}:${q}$context.httpMethod${q},${q}resource${q}:${q}$context.resourcePath${q}")##
#set($request = "$request,${q}requestId${q}:${q}$context.requestId${q},${q}caller${q}:${q}$caller${q}")##
#set($request = "$request,${q}id${q}:${q}$itemId${q},${q}limit${q}:${q}$limit${q},${q}nextToken${q}:${q}$nextToken${q}")##
#set($request = "$request,${q}idempotencyKey${q}:${q}$key${q},${q}ifMatch${q}:${q}$ifMatch${q},${q}body${q}:${q}$body${q}}")##
{"stateMachineArn": "$stateMachineArn", "name": "$context.requestId", "input": "$util.escapeJavaScript($request).replaceAll("\\'", "'")"}
