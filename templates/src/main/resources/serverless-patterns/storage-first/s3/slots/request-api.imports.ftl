import software.amazon.awscdk.Stack;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.apigateway.MethodResponse;
[#if crud != "none"]
import software.amazon.awscdk.services.apigateway.CfnRestApi;
[/#if]
