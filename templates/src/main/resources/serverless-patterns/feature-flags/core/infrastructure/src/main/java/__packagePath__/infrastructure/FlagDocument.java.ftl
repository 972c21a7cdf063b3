package [=package].infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.services.appconfig.CfnApplication;
import software.amazon.awscdk.services.appconfig.CfnConfigurationProfile;
import software.amazon.awscdk.services.appconfig.CfnConfigurationProfile.ValidatorsProperty;
import software.amazon.awscdk.services.appconfig.CfnHostedConfigurationVersion;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Permission;
import software.constructs.Construct;

/**
 * The document that says which flags there are, and its validator: AppConfig itself checks the form of flags, the function
 * that the code asks for them.
 */
final class FlagDocument extends Construct {
    /** The name of the profile. */
    static final String NAME = "flags";

    /** AppConfig gives a validator 15 seconds. */
    private static final Duration VALIDATION = Duration.ofSeconds(15);

    private final CfnConfigurationProfile profile;
    private final CfnHostedConfigurationVersion version;

    FlagDocument(Construct scope, String id, Stage stage, CfnApplication application) {
        super(scope, id);
        var environment = Map.of("POWERTOOLS_SERVICE_NAME", "[=stackName]");
        var validator = new JavaFunction(this, "Validate", stage, "ValidateFlagsHandler", VALIDATION, environment);
        validator
                .live()
                .addPermission(
                        "AppConfig",
                        Permission.builder()
                                .principal(new ServicePrincipal("appconfig.amazonaws.com"))
                                .build());
        profile = CfnConfigurationProfile.Builder.create(this, "Profile")
                .applicationId(application.getRef())
                .name(NAME)
                .type("AWS.AppConfig.FeatureFlags")
                .locationUri("hosted")
                .validators(List.of(ValidatorsProperty.builder()
                        .type("LAMBDA")
                        .content(validator.live().getFunctionArn())
                        .build()))
                .build();
        version = CfnHostedConfigurationVersion.Builder.create(this, "Version")
                .applicationId(application.getRef())
                .configurationProfileId(profile.getRef())
                .contentType("application/json")
                .content(text())
                .build();
        // Another text makes another version, and the one before may be what is deployed.
        version.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
        version.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.DELETE);
        version.getNode().addDependency(validator);
    }

    String profileId() {
        return profile.getRef();
    }

    /** The number of the version that has every flag that the code asks for, each off. */
    String version() {
        return version.getRef();
    }

    /** The document, {@code feature-flags.json}. */
    static String text() {
        try (InputStream file = FlagDocument.class.getResourceAsStream("/feature-flags.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
