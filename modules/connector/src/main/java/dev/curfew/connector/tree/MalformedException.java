package dev.curfew.connector.tree;

import dev.curfew.model.text.Messages;

/// What was read is not what it should be. Says where and why, and never quotes a value: somebody may have handed us a
/// file of secrets by mistake. For the same reason it carries no cause, whose message would quote.
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final int line;
    private final int column;
    private final String path;
    private final String sentence;

    /// @param expected what should have been there, for a person; empty where the problem alone says it
    public MalformedException(Problem problem, Place place, String expected) {
        this(problem, place, sentence(problem, place, expected), place.path());
    }

    private MalformedException(Problem problem, Place place, String sentence, String path) {
        super(sentence);
        this.problem = problem;
        this.line = place.line();
        this.column = place.column();
        this.path = path;
        this.sentence = sentence;
    }

    private static String sentence(Problem problem, Place place, String expected) {
        return Messages.of(MalformedException.class)
                .text("problem." + problem, place.line(), place.column(), place.path(), expected);
    }

    /// What is wrong and where, for a person; without a full stop.
    public String sentence() {
        return sentence;
    }

    public Problem problem() {
        return problem;
    }

    /// Counted from 1.
    public int line() {
        return line;
    }

    /// Counted from 1.
    public int column() {
        return column;
    }

    /// A JSON path, `$` for the whole.
    public String path() {
        return path;
    }
}
