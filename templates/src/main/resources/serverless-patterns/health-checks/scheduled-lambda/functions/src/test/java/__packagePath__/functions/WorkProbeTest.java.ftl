package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

class WorkProbeTest {
    private static final InvokeResponse ANSWERED =
            InvokeResponse.builder().statusCode(200).build();

    private InvokeRequest sent;

    @Test
    void asksTheWorkFunctionWithAProbe() throws JsonProcessingException {
        probe(request -> {
            sent = request;
            return ANSWERED;
        });

        Map<String, Object> input = new ObjectMapper()
                .readValue(sent.payload().asUtf8String(), new TypeReference<Map<String, Object>>() {});
        assertThat(sent.functionName()).isEqualTo("function:live");
        assertThat(input).hasSize(4).containsEntry("probe", true).containsEntry("body", "");
        assertThat(WorkItem.open(input).id()).startsWith("probe-");
    }

    @Test
    void aFunctionThatFailsIsNotHealthyAndItsMessageIsNotPassedOn() {
        InvokeResponse failed = ANSWERED.toBuilder().functionError("Unhandled").build();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> probe(request -> failed))
                .withMessageContaining("Unhandled");
    }

    @Test
    void aFunctionThatDoesNotAnswerIsNotHealthy() {
        assertThatExceptionOfType(ApiCallTimeoutException.class)
                .isThrownBy(() -> probe(request -> {
                    throw ApiCallTimeoutException.create(2000);
                }));
    }

    @Test
    void aFunctionThatIsBusyWorks() {
        assertThatCode(() -> probe(request -> {
                    throw TooManyRequestsException.builder().build();
                }))
                .doesNotThrowAnyException();
    }

    private static void probe(Function<InvokeRequest, InvokeResponse> function) {
        new WorkProbe(new LocalLambda(function), "function:live").run();
    }

    private record LocalLambda(Function<InvokeRequest, InvokeResponse> function) implements LambdaClient {
        @Override
        public InvokeResponse invoke(InvokeRequest request) {
            return function.apply(request);
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
