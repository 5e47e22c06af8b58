package dev.curfew.app.usecase.breakglass;

import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.breakglass.handover.Labels;
import dev.curfew.governance.custody.Custody;
import dev.curfew.governance.custody.Envelope;
import dev.curfew.governance.custody.EnvelopeFiles;
import dev.curfew.governance.custody.HolderKey;
import dev.curfew.governance.custody.HolderKeys;
import dev.curfew.governance.custody.Opening;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Connector;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A path opened by its files alone, where there is no workspace, no keychain, no ledger: for the outage that takes
/// Curfew with it. Nothing is entered and nothing replaced; a drill does both when Curfew is back.
public final class OfflineUse implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(OfflineUse.class);

    private final Envelope envelope;
    private final Entry entry;

    private OfflineUse(Envelope envelope, Entry entry) {
        this.envelope = envelope;
        this.entry = entry;
    }

    /// A holder's key as it was brought.
    ///
    /// @param passphrase stays the caller's
    public record Key(String officer, Path file, Secret passphrase) {}

    /// @throws Refused if it does not open, or its source's kind is not known
    /// @throws dev.curfew.governance.custody.CustodyException if a file cannot be used
    /// @throws dev.curfew.model.port.SourceException if the source refused or did not answer
    public static OfflineUse open(Path file, List<Key> brought, HolderKeys keys, List<Connector> connectors)
            throws InterruptedException {
        Envelope envelope = EnvelopeFiles.read(file);
        List<HolderKey> unlocked = new ArrayList<>();
        brought.forEach(one -> unlocked.add(keys.unlock(one.officer(), one.file(), one.passphrase())));
        return switch (new Custody(new SecureRandom()).open(envelope, unlocked)) {
            case Opening.TooFew(int shares, int threshold, List<String> lost) ->
                throw new Refused(MESSAGES.text("offline.too-few", shares, threshold, String.join(", ", lost)));
            case Opening.Broken _ -> throw new Refused(MESSAGES.text("offline.broken", file));
            case Opening.Opened(Secret credential, var _) -> {
                try (credential) {
                    yield new OfflineUse(envelope, door(envelope, connectors).enter(credential));
                }
            }
        };
    }

    private static EmergencyDoor door(Envelope envelope, List<Connector> connectors) {
        Connection connection = Labels.connection(envelope.label())
                .orElseThrow(() -> new Refused(MESSAGES.text("offline.broken", envelope.path())));
        return Connector.of(connection, connectors)
                .flatMap(connector -> connector.emergencyDoor(connection))
                .orElseThrow(() -> new Refused(MESSAGES.text("no-door", connection.name(), connection.kind())));
    }

    public String path() {
        return envelope.path();
    }

    /// The variables in which programs look for the session; the caller closes what is returned.
    public Map<String, Secret> variables() {
        return entry.variables();
    }

    /// Ends the session; what came of it.
    public ActionOutcome end() throws InterruptedException {
        return entry.end();
    }

    @Override
    public void close() {
        entry.close();
    }
}
