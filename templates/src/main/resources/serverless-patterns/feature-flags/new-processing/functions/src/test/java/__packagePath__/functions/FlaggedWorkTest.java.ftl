package [=package].functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FlaggedWorkTest {
    private static final StoredRequest REQUEST = new StoredRequest("id-1", "{}", 1000);

    private final List<Double> failed = new ArrayList<>();
    private boolean on;
    private Function<StoredRequest, String> next = request -> "next";
    private final FlaggedWork work = new FlaggedWork(
            request -> on, request -> "present", request -> next.apply(request), (name, value) -> failed.add(value));

    @Test
    void offIsAsItWas() {
        assertThat(work.apply(REQUEST)).isEqualTo("present");
        assertThat(failed).isEmpty();
    }

    @Test
    void onIsNew() {
        on = true;

        assertThat(work.apply(REQUEST)).isEqualTo("next");
        assertThat(failed).containsExactly(0.0);
    }

    @Test
    void countsWhatTheNewWayFailsAtAndThrowsItOn() {
        on = true;
        var failure = new RejectedRequestException("not like this");
        next = request -> {
            throw failure;
        };

        assertThatExceptionOfType(RejectedRequestException.class)
                .isThrownBy(() -> work.apply(REQUEST))
                .isSameAs(failure);
        assertThat(failed).containsExactly(1.0);
    }

    @Test
    void aRequestMayTakeTheOtherWayTheNextTime() {
        on = true;
        work.apply(REQUEST);
        on = false;

        assertThat(work.apply(REQUEST)).isEqualTo("present");
    }
}
