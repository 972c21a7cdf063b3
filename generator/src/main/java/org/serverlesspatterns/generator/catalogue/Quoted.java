package org.serverlesspatterns.generator.catalogue;

/** User input as messages show it: nothing that steers a terminal or breaks the line, and not longer than a line. */
final class Quoted {

    private static final int SHOWN = 60;

    private Quoted() {}

    static String of(String value) {
        var printable = value.codePoints()
                .limit(SHOWN)
                .map(c -> isPrintable(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return "'" + printable + (value.codePointCount(0, value.length()) > SHOWN ? "…'" : "'");
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
