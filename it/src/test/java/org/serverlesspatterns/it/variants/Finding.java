package org.serverlesspatterns.it.variants;

/**
 * A fault of a generated project.
 *
 * @param check that found it
 * @param place file and line, or resource of the template
 * @param message what is wrong, and what would be right
 */
public record Finding(String check, String place, String message) implements Comparable<Finding> {

    @Override
    public int compareTo(Finding other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "[%s] %s: %s".formatted(check, place, message);
    }
}
