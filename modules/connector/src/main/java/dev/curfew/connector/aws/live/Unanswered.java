package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;

/// AWS answered something else than what was asked for. Caught where it becomes coverage.
public final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    private final transient AwsAnswer answer;

    Unanswered(AwsAnswer answer) {
        super(answer.detail());
        this.answer = answer;
    }

    public AwsAnswer answer() {
        return answer;
    }
}
