package dev.curfew.governance.policy;

import java.util.List;
import java.util.stream.Collectors;

/// A policy text that cannot be used. Its message holds every problem, a line each.
public final class PolicyTextException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<PolicyProblem> problems;

    public PolicyTextException(List<PolicyProblem> problems) {
        super(problems.stream().map(PolicyProblem::words).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<PolicyProblem> problems() {
        return problems;
    }
}
