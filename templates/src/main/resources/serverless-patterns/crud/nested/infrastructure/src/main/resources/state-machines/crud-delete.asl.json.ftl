[#import "/crud.ftl" as answers]
[@answers.child operation="Delete" comment="Deletes the version of one [=resource] that the client has read." branch=slot("crud.delete") /]
