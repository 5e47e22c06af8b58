package dev.curfew.revocation.leak;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What sources say of one value, as it comes in.
final class Answers {
    private static final Messages MESSAGES = Messages.of(Answers.class);

    private final List<CredentialId> found = new ArrayList<>();
    private final List<String> nameless = new ArrayList<>();
    private final List<String> unasked = new ArrayList<>();
    private final List<String> nowhere = new ArrayList<>();

    void found(CredentialId credential) {
        found.add(credential);
    }

    void nameless(SourceName source, String words) {
        nameless.add(MESSAGES.text("nameless", source, words));
    }

    void unasked(String key, Object... of) {
        unasked.add(MESSAGES.text(key, of));
    }

    /// Why a source was not asked that it would be no news of where the value is another's.
    void nowhere(String key, Object... of) {
        nowhere.add(MESSAGES.text(key, of));
    }

    Whose whose() {
        boolean known = !found.isEmpty() || !nameless.isEmpty();
        return new Whose(
                found,
                nameless,
                known
                        ? unasked
                        : Stream.concat(unasked.stream(), nowhere.stream()).toList());
    }
}
