package [=package].infrastructure;

/** What clients send by mistake or on purpose. */
final class HostileInput {
    static final String LONGEST_KEY = "k".repeat(80);

    private HostileInput() {}

    /** Bodies that must arrive as they are. */
    static String[] bodies() {
        return new String[] {
            "{\"name\":\"it's\"}",
            "{\"name\":\"say \\\"hi\\\" \\\\ back\\\\slash \\u0027\"}",
            "a&DelaySeconds=900&MessageBody=other",
            "1+1=2 %20 %26 100%",
            "@@name@@",
            "{\"a\":1},\"admin\":true",
            "{\"emoji\":\"\uD83D\uDE80\",\"umlaut\":\"\u00E4\u00F6\u00FC\",\"separators\":\"\u2028\u2029\"}",
            "line\nline\r\nline\ttab\n",
            "  blanks around  ",
            "#set($context.responseOverride.status = 200)$context.apiId #foreach($x in [1..9])$x#end",
            "## comment\n#* block *# #[[raw]]# \\$input.body ${input.body} $!none",
            "<xml attribute='value'/>",
            "null",
        };
    }

    /** Values of the header Idempotency-Key that are not allowed. */
    static String[] keys() {
        return new String[] {
            "",
            " ",
            LONGEST_KEY + "k",
            "k".repeat(10_000),
            "k 1",
            "k1\n",
            "k1\nk2",
            "k'1",
            "k\\1",
            "k1\",\"admin\":\"true",
            "k1&DelaySeconds=900",
            "k%26a",
            "k+1",
            "k.1",
            "$context.apiId",
            "#set($id='x')",
            "../k1",
            "k\u00E91",
            "\uD83D\uDE80",
        };
    }
}
