package [=package].infrastructure;

import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.Method;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.constructs.Construct;

/** Who may call the API: AWS principals with {@code execute-api:Invoke} on the method, by requests signed with SigV4. */
final class ApiAuth extends Construct {
    ApiAuth(Construct scope, String id, Stage stage) {
        super(scope, id);
    }

[#if storageFirst == "s3" && crud != "none"]
    /** The same callers, for another API. */
    ApiAuth(Construct scope, String id, ApiAuth other) {
        super(scope, id);
    }

[/#if]
    /** The options of a method that only such callers reach. */
    MethodOptions.Builder methodOptions() {
        return MethodOptions.builder().authorizationType(AuthorizationType.IAM);
    }

    /** Called with each method that was made with these options. */
    void protects(Method method) {
        SecurityReview.accept(method, "AwsSolutions-COG4", "Callers are authorized by IAM");
    }
}
