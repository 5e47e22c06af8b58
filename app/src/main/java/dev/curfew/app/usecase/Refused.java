package dev.curfew.app.usecase;

import java.io.Serial;

/// What was asked for is not done, for a reason of Curfew's own: a rule, a missing thing, a state. Nothing was changed.
/// The message is a sentence for a person and holds no secret.
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public Refused(String sentence) {
        super(sentence);
    }

    public Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// Never null, unlike that of other exceptions.
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
