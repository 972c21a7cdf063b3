[#if storageFirst != "s3"]
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.JsonSchema;
import software.amazon.awscdk.services.apigateway.ModelOptions;
import software.amazon.awscdk.services.apigateway.RequestValidatorOptions;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.apigateway.MethodResponse;
[/#if]
