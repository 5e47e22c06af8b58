package dev.curfew.app.decision.killed;

import dev.curfew.governance.target.Targets;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// A target that outlives whoever acts on it: a file for each key, whose text says whether it is active.
record DiskTarget(Path folder) implements Targets, Revoker, Probe {
    static final SourceName SOURCE = new SourceName("disk");
    private static final String ACTIVE = "active";
    private static final String INACTIVE = "inactive";

    /// Long enough that kills fall before, within and after acts.
    private static final int MILLIS_MAX = 12;

    void give(CredentialId key) {
        write(key, ACTIVE);
    }

    List<String> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(CredentialId key) {
        return folder.resolve(key.nativeId());
    }

    private void write(CredentialId key, String text) {
        try {
            Files.writeString(file(key), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ActionOutcome act(Action action, CredentialId key) throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(MILLIS_MAX));
        boolean acted = action.code().equals("aws.deactivate-access-key") ? deactivate(key) : delete(key);
        Thread.sleep(ThreadLocalRandom.current().nextInt(MILLIS_MAX));
        return acted
                ? new ActionOutcome.Done(Instant.now(), "done")
                : new ActionOutcome.AlreadyDone(Instant.now(), "nothing was left to do");
    }

    private boolean deactivate(CredentialId key) {
        boolean active = text(key).equals(ACTIVE);
        if (active) {
            write(key, INACTIVE);
        }
        return active;
    }

    private boolean delete(CredentialId key) {
        try {
            return Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isActive(CredentialId key) {
        return text(key).equals(ACTIVE);
    }

    private String text(CredentialId key) {
        try {
            return Files.exists(file(key)) ? Files.readString(file(key)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ListingEvidence list(CredentialId key) {
        return Files.exists(file(key))
                ? new ListingEvidence.Listed(Instant.now(), text(key).equals(ACTIVE), "")
                : new ListingEvidence.NotListed(Instant.now(), "");
    }

    @Override
    public ProbeOutcome attempt(CredentialId key, Secret value) {
        return new ProbeOutcome.Indeterminate(Instant.now(), "nobody has its value");
    }

    @Override
    public boolean belongs(CredentialId key, Secret value) {
        return false;
    }

    @Override
    public Optional<Issuer> issuer(SourceName name) {
        return Optional.empty();
    }

    @Override
    public Optional<Revoker> revoker(SourceName name) {
        return Optional.of(this);
    }

    @Override
    public Optional<Probe> probe(SourceName name) {
        return Optional.of(this);
    }

    @Override
    public Optional<Action> ending(SourceName name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> issuedKind(SourceName name) {
        return Optional.empty();
    }
}
