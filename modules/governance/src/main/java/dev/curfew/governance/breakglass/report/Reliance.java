package dev.curfew.governance.breakglass.report;

import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// What was asked between the beginning of a drill and its first useful action: what the path stands on in an
/// emergency. Measured where this process asks, not supposed.
///
/// @param keychain how often this machine's keychain was asked
/// @param asked the places that were asked over the network, as `host:port`, each once
/// @param beyond those of them that are not the source: an identity provider would be among them
public record Reliance(int keychain, List<String> asked, List<String> beyond) {
    private static final Messages MESSAGES = Messages.of(Reliance.class);

    public Reliance {
        asked = List.copyOf(asked);
        beyond = List.copyOf(beyond);
        if (keychain < 0 || !asked.containsAll(beyond)) {
            throw new IllegalArgumentException("what is beyond the source was asked");
        }
    }

    /// Whether nothing but the source, the envelope and the holders' keys was needed.
    public boolean isNone() {
        return keychain == 0 && beyond.isEmpty();
    }

    /// What it did without, by the words of reports.
    public List<String> without() {
        List<String> without = new ArrayList<>();
        if (keychain == 0) {
            without.add("keychain");
        }
        if (beyond.isEmpty()) {
            without.add("identity-provider");
        }
        return List.copyOf(without);
    }

    /// A sentence for a person.
    public String words() {
        return isNone() ? MESSAGES.text("reliance.none") : MESSAGES.text("reliance.some", what());
    }

    /// What it was not done without.
    public String what() {
        List<String> what = new ArrayList<>(beyond);
        if (keychain > 0) {
            what.addFirst(MESSAGES.text("reliance.keychain"));
        }
        return String.join(", ", what);
    }
}
