package org.serverlesspatterns.generator.questions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A person who types these lines, whatever the questions are, and then ends the input. */
public final class ScriptedTerminal implements Terminal {

    private final Deque<String> typed;
    private final StringBuilder screen = new StringBuilder();

    public ScriptedTerminal(List<String> typed) {
        this.typed = new ArrayDeque<>(typed);
    }

    @Override
    public void println(String line) {
        screen.append(line).append('\n');
    }

    @Override
    public String readLine(String prompt) {
        screen.append(prompt).append('\n');
        return typed.poll();
    }

    /** All that was shown, without what was typed. */
    public String screen() {
        return screen.toString();
    }

    /** Whether every line was asked for. */
    boolean typedAll() {
        return typed.isEmpty();
    }
}
