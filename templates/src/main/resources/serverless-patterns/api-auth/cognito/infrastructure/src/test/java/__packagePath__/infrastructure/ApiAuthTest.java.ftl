package [=package].infrastructure;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class ApiAuthTest {
    private static final Template DEV = Template.fromStack(Synthesis.stack(Map.of("stage", "dev")));

    @Test
    void everyMethodAsksForATokenOfTheUserPool() {
        var authorized =
                Map.of("AuthorizationType", "COGNITO_USER_POOLS", "AuthorizerId", Map.of("Ref", Match.anyValue()));

        DEV.allResourcesProperties("AWS::ApiGateway::Method", authorized);
        DEV.hasResourceProperties("AWS::ApiGateway::Authorizer", Map.of("Type", "COGNITO_USER_POOLS"));
    }

    @Test
    void onlyAdministratorsMakeUsersAndEveryUserHasTwoFactors() {
        DEV.hasResourceProperties(
                "AWS::Cognito::UserPool",
                Map.of(
                        "AdminCreateUserConfig",
                        Map.of("AllowAdminCreateUserOnly", true),
                        "MfaConfiguration",
                        "ON",
                        "EnabledMfas",
                        List.of("SOFTWARE_TOKEN_MFA"),
                        "Policies",
                        Map.of("PasswordPolicy", Map.of("MinimumLength", 14, "RequireSymbols", true))));
    }

    @Test
    void passwordsNeverReachTheApplication() {
        DEV.hasResourceProperties(
                "AWS::Cognito::UserPoolClient",
                Map.of(
                        "ExplicitAuthFlows",
                        List.of("ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"),
                        "AllowedOAuthFlowsUserPoolClient",
                        false,
                        "PreventUserExistenceErrors",
                        "ENABLED"));
    }
}
