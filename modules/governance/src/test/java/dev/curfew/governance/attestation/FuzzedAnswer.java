package dev.curfew.governance.attestation;

import dev.curfew.governance.outcome.Outcome;

/// Hands what an owner sent back to its parser.
public final class FuzzedAnswer {
    private static final AskFile ASKED = AskFile.of("""
            Ask: a-1
            Workspace: w
            1 of 2
            Answer:
            Reason:

            2 of 2
            Answer:
            Reason:
            """);

    private FuzzedAnswer() {}

    public static void read(byte[] sent) {
        if (AskFile.parse(sent) instanceof Outcome.Done<AskFile>(AskFile file)) {
            file.answers(ASKED);
        }
    }
}
