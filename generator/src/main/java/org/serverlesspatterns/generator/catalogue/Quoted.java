package org.serverlesspatterns.generator.catalogue;

/** User input as messages show it: no control characters, and not longer than a line. */
final class Quoted {

    private static final int SHOWN = 60;

    private Quoted() {}

    static String of(String value) {
        var printable = value.codePoints()
                .limit(SHOWN)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return "'" + printable + (value.codePointCount(0, value.length()) > SHOWN ? "…'" : "'");
    }
}
