[#import "/crud.ftl" as answers]
[@answers.child operation="Update" comment="Changes the version of one [=resource] that the client has read." branch=slot("crud.update") /]
