{
  "name": "[=stackName]",
  "private": true,
  "description": "Pins the tools that build and deploy this project and need Node",
  "devDependencies": {
[#list lines("package.devDependencies")?sort as dependency]
    [=dependency][#sep],[/#sep]
[/#list]
  }
}
