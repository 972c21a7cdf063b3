    "node_modules/aws-cdk": {
      "version": "[=versions["aws-cdk"]]",
      "integrity": "[=versions["aws-cdk-integrity"]]",
      "dev": true,
      "license": "Apache-2.0",
      "bin": {
        "cdk": "bin/cdk"
      },
      "engines": {
        "node": ">= 18.0.0"
      }
    }
