[#import "/crud.ftl" as answers]
[@answers.child operation="Create" comment="Creates one [=resource], once for each key." branch=slot("crud.create") /]
