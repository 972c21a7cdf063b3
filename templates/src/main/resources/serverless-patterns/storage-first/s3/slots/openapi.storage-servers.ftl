[#import "/openapi.ftl" as openapi]
[#if crud != "none"]
[@openapi.servers output="ApiUrl" indent="      " /]
[/#if]
