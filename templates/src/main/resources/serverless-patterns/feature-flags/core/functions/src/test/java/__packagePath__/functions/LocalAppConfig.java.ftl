package [=package].functions;

import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.appconfigdata.AppConfigDataClient;
import software.amazon.awssdk.services.appconfigdata.model.BadRequestException;
import software.amazon.awssdk.services.appconfigdata.model.GetLatestConfigurationRequest;
import software.amazon.awssdk.services.appconfigdata.model.GetLatestConfigurationResponse;
import software.amazon.awssdk.services.appconfigdata.model.StartConfigurationSessionRequest;
import software.amazon.awssdk.services.appconfigdata.model.StartConfigurationSessionResponse;

/**
 * The data plane of AppConfig: a token is good for one call, and a session is sent a document only when it has changed.
 *
 * @see <a href="https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_appconfigdata_GetLatestConfiguration.html">GetLatestConfiguration</a>
 */
final class LocalAppConfig implements AppConfigDataClient {
    boolean down;
    /** What is deployed, as it is read. */
    String document = "{}";

    int sessions;
    int calls;
    StartConfigurationSessionRequest asked;

    private String sent;
    private String token;

    /** Deploys the document with these flags on and all others off. */
    void deploy(Flag... on) {
        List<Flag> flags = List.of(on);
        var text = new StringBuilder("{");
        for (Flag flag : Flag.values()) {
            text.append("\"%s\":{\"enabled\":%b},".formatted(flag.key(), flags.contains(flag)));
        }
        document = text.append("\"another\":{\"enabled\":true}}").toString();
    }

    /** Ends every session, as a day does. */
    void endSessions() {
        token = "none";
    }

    @Override
    public StartConfigurationSessionResponse startConfigurationSession(StartConfigurationSessionRequest request) {
        failWhenDown();
        sessions++;
        asked = request;
        sent = null;
        token = "token-" + sessions + "-0";
        return StartConfigurationSessionResponse.builder()
                .initialConfigurationToken(token)
                .build();
    }

    @Override
    public GetLatestConfigurationResponse getLatestConfiguration(GetLatestConfigurationRequest request) {
        failWhenDown();
        calls++;
        if (!request.configurationToken().equals(token)) {
            throw BadRequestException.builder().message("Bad token").build();
        }
        String news = document.equals(sent) ? "" : document;
        sent = document;
        token = "token-" + sessions + "-" + calls;
        return GetLatestConfigurationResponse.builder()
                .configuration(SdkBytes.fromUtf8String(news))
                .nextPollConfigurationToken(token)
                .build();
    }

    private void failWhenDown() {
        if (down) {
            throw SdkClientException.create("AppConfig does not answer");
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
