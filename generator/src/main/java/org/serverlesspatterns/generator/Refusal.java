package org.serverlesspatterns.generator;

import java.util.List;

/**
 * The only exception with which the engine answers bad input. Its message is written for the user: what is wrong, where,
 * and what is allowed. Nothing was written when it is thrown.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }

    /** All that is wrong at once, so that the user mends it in one go. */
    public static Refusal of(List<String> problems) {
        return new Refusal(
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " answers cannot be used:\n  - " + String.join("\n  - ", problems));
    }
}
