package dev.curfew.governance.playbook;

import java.util.List;
import java.util.stream.Collectors;

/// A text that is no playbook. Its message holds every problem, a line each.
public final class PlaybookTextException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<PlaybookProblem> problems;

    public PlaybookTextException(List<PlaybookProblem> problems) {
        super(problems.stream().map(PlaybookProblem::words).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    PlaybookTextException(List<PlaybookProblem> problems, Throwable cause) {
        this(problems);
        initCause(cause);
    }

    public List<PlaybookProblem> problems() {
        return problems;
    }
}
