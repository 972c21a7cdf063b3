package [=package].functions;

import java.util.function.Function;

/** Work that can say whether what it depends on answers. */
interface ProbedWork extends Function<StoredRequest, String> {
    /**
     * Asks what the work calls whether it answers, and throws if not: one small call that changes nothing, takes a second
     * at most, and looks no further than that. Work that calls nothing has nothing to ask.
     */
    default void probe() {}
}
