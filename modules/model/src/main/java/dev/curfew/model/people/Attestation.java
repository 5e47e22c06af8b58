package dev.curfew.model.people;

import dev.curfew.model.id.IdentityId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What an owner said of an identity, over their own signature.
///
/// @param owner as the identity's tag named them when they were asked: whoever is named later has said nothing yet
/// @param reason may be empty where it is kept
/// @param at when the ledger took it
/// @param ask the id of what it answers
public record Attestation(IdentityId identity, String owner, Answer answer, String reason, Instant at, String ask) {

    /// What can be said of an identity.
    public enum Answer {
        KEEP("keep"),
        NOT_MINE("not mine"),
        NOT_NEEDED("no longer needed");

        private final String word;

        Answer(String word) {
            this.word = word;
        }

        /// As owners write it.
        public String word() {
            return word;
        }

        /// @param word as they wrote it, in lower case
        public static Optional<Answer> of(String word) {
            return Arrays.stream(values())
                    .filter(answer -> answer.word.equals(word))
                    .findFirst();
        }
    }
}
