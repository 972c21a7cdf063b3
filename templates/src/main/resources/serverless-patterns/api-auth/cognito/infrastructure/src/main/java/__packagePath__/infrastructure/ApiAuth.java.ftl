package [=package].infrastructure;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.CognitoUserPoolsAuthorizer;
import software.amazon.awscdk.services.apigateway.Method;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolClientOptions;
import software.constructs.Construct;

/** Who may call the API: users of a Cognito user pool, by the ID token that they get when they sign in. */
final class ApiAuth extends Construct {
[#if storageFirst == "s3" && crud != "none"]
    private final UserPool users;
[/#if]
    private final CognitoUserPoolsAuthorizer authorizer;

    ApiAuth(Construct scope, String id, Stage stage) {
        super(scope, id);
        [#if !(storageFirst == "s3" && crud != "none")]UserPool [/#if]users = UserPool.Builder.create(this, "Users")
                .selfSignUpEnabled(false)
                .signInAliases(SignInAliases.builder().email(true).build())
                .passwordPolicy(passwordPolicy())
                .mfa(Mfa.REQUIRED)
                .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
                .accountRecovery(AccountRecovery.EMAIL_ONLY)
                .deletionProtection(stage.isProtected())
                .removalPolicy(stage.removalPolicy())
                .build();
        UserPoolClient client = users.addClient(
                "Client",
                UserPoolClientOptions.builder()
                        .authFlows(AuthFlow.builder().userSrp(true).build())
                        .disableOAuth(true)
                        .generateSecret(false)
                        .preventUserExistenceErrors(true)
                        .enableTokenRevocation(true)
                        .build());
[#if storageFirst == "s3" && crud != "none"]
        authorizer = authorizer();
[#else]
        authorizer = CognitoUserPoolsAuthorizer.Builder.create(this, "Authorizer")
                .cognitoUserPools(List.of(users))
                .build();
[/#if]
        SecurityReview.accept(
                users, "AwsSolutions-COG3", "Threat protection needs the Plus plan, which has a price per user");
        SecurityReview.accept(
                users, "AwsSolutions-COG8", "The Plus plan has a price per user; Essentials has what is used here");
        CfnOutput.Builder.create(Stack.of(this), "UserPoolId")
                .value(users.getUserPoolId())
                .build();
        CfnOutput.Builder.create(Stack.of(this), "ClientId")
                .value(client.getUserPoolClientId())
                .build();
    }

[#if storageFirst == "s3" && crud != "none"]
    /** The same callers, for another API: an authorizer is that of one. */
    ApiAuth(Construct scope, String id, ApiAuth other) {
        super(scope, id);
        users = other.users;
        authorizer = authorizer();
    }

    private CognitoUserPoolsAuthorizer authorizer() {
        return CognitoUserPoolsAuthorizer.Builder.create(this, "Authorizer")
                .cognitoUserPools(List.of(users))
                .build();
    }

[/#if]
    /** The options of a method that only such callers reach. */
    MethodOptions.Builder methodOptions() {
        return MethodOptions.builder()
                .authorizationType(AuthorizationType.COGNITO)
                .authorizer(authorizer);
    }

    /** Called with each method that was made with these options. */
    void protects(Method method) {}

    private static PasswordPolicy passwordPolicy() {
        return PasswordPolicy.builder()
                .minLength(14)
                .requireLowercase(true)
                .requireUppercase(true)
                .requireDigits(true)
                .requireSymbols(true)
                .build();
    }
}
