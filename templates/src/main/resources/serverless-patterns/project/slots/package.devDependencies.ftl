"aws-cdk": "[=versions["aws-cdk"]]"
