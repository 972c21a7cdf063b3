[#import "/crud.ftl" as answers]
[#assign branches]
[=slot("crud.create")][=slot("crud.list")][=slot("crud.read")][=slot("crud.update")][=slot("crud.delete")][/#assign]
{
  "Comment": "Answers the requests for [=resources]: the method and the resource choose the branch.",
  "QueryLanguage": "JSONata",
  "StartAt": "[#if lines("crud.start-at")?has_content][=lines("crud.start-at")?first][#else]Route[/#if]",
  "TimeoutSeconds": [=(featureFlags == "true")?then(26, 25)],
  "States": {
[=slot("crud.start")][@answers.route /]
[=branches]
[@answers.states text=branches + '"NotFound" "NoSuchMethod"' /]
  }
}
