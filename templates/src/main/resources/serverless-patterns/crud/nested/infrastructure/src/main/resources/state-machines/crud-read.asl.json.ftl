[#import "/crud.ftl" as answers]
[@answers.child operation="Read" comment="Reads one [=resource]." branch=slot("crud.read") /]
