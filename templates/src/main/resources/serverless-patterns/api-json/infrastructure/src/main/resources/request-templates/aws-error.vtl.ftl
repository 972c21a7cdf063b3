[#macro words slot][#list lines(slot) as word]"[=word]"[#sep], [/#sep][/#list][/#macro]
## AWS refused to store the request (4xx). AWS throttles with 400, so the error code decides, never the status.
## JSON protocols name the code __type, the query protocol of SQS and SNS Error.Code. Nothing of the AWS answer is passed on.
#set($code = "$input.path('$.__type') $input.path('$.Error.Code') $input.path('$.ErrorResponse.Error.Code')")
#set($status = 500)
#foreach($word in [[@words slot="aws-error.invalid" /]])
#if($code.contains($word))#set($status = 400)#end
#end
[#if lines("aws-error.duplicate")?has_content]
#foreach($word in [[@words slot="aws-error.duplicate" /]])
#if($code.contains($word))#set($status = 200)#end
#end
[/#if]
#foreach($word in [[@words slot="aws-error.throttled" /]])
#if($code.contains($word))#set($status = 429)#end
#end
#set($context.responseOverride.status = $status)
#if($status == 429)
#set($context.responseOverride.header.Retry-After = "5")
{"message": "Too many requests. Try again later.", "requestId": "$context.requestId"}
#elseif($status == 400)
{"message": "The request is not valid or too large.", "requestId": "$context.requestId"}
[#if lines("aws-error.duplicate")?has_content]
#elseif($status == 200)
{"duplicate": true, "requestId": "$context.requestId"}
[/#if]
#else
{"message": "Internal server error", "requestId": "$context.requestId"}
#end
