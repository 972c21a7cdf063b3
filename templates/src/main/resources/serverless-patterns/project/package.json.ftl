{
  "name": "[=stackName]",
  "private": true,
  "description": "Pins the AWS CDK CLI that deploys this project",
  "devDependencies": {
    "aws-cdk": "[=versions["aws-cdk"]]"
  }
}
