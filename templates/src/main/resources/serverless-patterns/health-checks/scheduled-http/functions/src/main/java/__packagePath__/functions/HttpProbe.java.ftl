package [=package].functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Asks the service for its health by {@code GET}, without a key: only the circuit breaker has that.
 *
 * @param url answers 2xx when the service is healthy; a service that wants a key (401, 403) works as far as anyone can tell
 */
record HttpProbe(HttpClient client, URI url) implements Runnable {
    /** @throws IllegalStateException when the service answers anything else */
    @Override
    public void run() {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(HealthCheckHandler.LIMIT)
                .header("User-Agent", "health-check")
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2 && status != 401 && status != 403) {
                throw new IllegalStateException("The service answers " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
