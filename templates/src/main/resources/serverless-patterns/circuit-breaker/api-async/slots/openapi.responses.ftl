[#import "/openapi.ftl" as openapi]
[@openapi.error "UnknownRequest" "There is no request with this id: not yet, or no longer" /]
