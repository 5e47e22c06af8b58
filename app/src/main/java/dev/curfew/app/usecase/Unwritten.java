package dev.curfew.app.usecase;

import java.io.Serial;

/// A file that somebody named is there already, or cannot be written.
public final class Unwritten extends Refused {
    @Serial
    private static final long serialVersionUID = 1;

    public Unwritten(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
