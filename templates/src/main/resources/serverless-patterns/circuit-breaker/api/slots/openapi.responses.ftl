[#import "/openapi.ftl" as openapi]
[@openapi.error "502" "The service behind the circuit failed" /]
[@openapi.error "Rejected" "The service rejected the request; message says why" /]
