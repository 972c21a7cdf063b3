package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProbeTest {
    private HttpServer service;
    private int status;
    private String asked;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 401, 403})
    void aServiceThatAnswersIsHealthy(int answer) {
        status = answer;

        assertThatCode(this::probe).doesNotThrowAnyException();
        assertThat(asked).isEqualTo("GET /orders/health");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 429, 500, 503})
    void anyOtherAnswerIsNone(int answer) {
        status = answer;

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::probe)
                .withMessageContaining(String.valueOf(answer));
    }

    @Test
    void aServiceThatIsGoneIsNotHealthy() {
        stop();

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::probe);
    }

    private void probe() {
        URI url = URI.create("http://localhost:" + service.getAddress().getPort() + "/orders/health");
        new HttpProbe(HttpClient.newHttpClient(), url).run();
    }
}
