package dev.curfew.app.usecase;

import java.io.Serial;

/// What was asked for is not done, for a reason of Curfew's own: a rule, a missing thing, a state. Nothing was changed.
/// The message is a sentence for a person and holds no secret.
public sealed class Refused extends RuntimeException permits Unwritten {
    @Serial
    private static final long serialVersionUID = 1;

    private final String rule;

    public Refused(String sentence) {
        this("", sentence);
    }

    /// @param rule what refused it, for a face that has words of its own; as a key of theirs
    public Refused(String rule, String sentence) {
        super(sentence);
        this.rule = rule;
    }

    public Refused(String sentence, Throwable cause) {
        super(sentence, cause);
        rule = "";
    }

    /// Empty where it has no name.
    public final String rule() {
        return rule;
    }

    /// Never null, unlike that of other exceptions.
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
