[#import "/crud.ftl" as answers]
[@answers.child operation="List" comment="Lists [=resources], a page at a time." branch=slot("crud.list") /]
