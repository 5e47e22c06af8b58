package dev.curfew.governance.attestation;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.governance.Town;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.people.Person;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.testbed.process.SshKeygen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Grace, who owns two identities and has an SSH key; Mallory, who has one too; and the workspace that asks Grace.
final class Household {
    static final String GRACE = "grace@example.org";
    static final String WORKSPACE = "0f4c";
    static final IdentityId MIGRATOR = IdentityId.of("openbao", "entity/migrator");
    static final IdentityId REPORTER = IdentityId.of("openbao", "entity/reporter");
    static final Duration FORTNIGHT = Duration.ofDays(14);

    final Town town;
    final Attesting attesting;
    final OwnerKeyDesk keys;
    final AnswerDesk answers;
    final AttestationBook book;
    final SshKeygen keygen;
    private final Path folder;

    Household(Path folder) {
        this(folder, WORKSPACE);
    }

    Household(Path folder, String workspace) {
        this.folder = folder;
        town = new Town(folder.resolve("officers"));
        attesting = new Attesting(town.office, workspace);
        keys = new OwnerKeyDesk(town.office);
        answers = new AnswerDesk(town.office, workspace);
        book = new AttestationBook(town.office);
        keygen = new SshKeygen(folder(folder));
        left(null);
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// A new reading of the estate and of who is there.
    ///
    /// @param when Grace left; null: she has not
    void left(@Nullable Instant when) {
        Provenance provenance = new Provenance("test", "test", "{}");
        SnapshotBuilder estate = new SnapshotBuilder();
        for (IdentityId id : List.of(MIGRATOR, REPORTER)) {
            estate.add(new Identity(
                    id,
                    "openbao.entity",
                    id.nativeId(),
                    new Ownership.Owned(GRACE, "metadata owner"),
                    Town.START,
                    new Usage.NotObserved("OpenBao keeps no record"),
                    Map.of(),
                    provenance));
        }
        estate.add(new Person("g", "Grace", List.of(GRACE), List.of(), List.of(), "", when)
                .fact(new SourceName("hr"), provenance));
        town.store.set(estate.build(town.store.current().number() + 1, town.clock.instant()));
    }

    Snapshot snapshot() {
        return town.store.current();
    }

    SshKey key(String name) {
        return OwnerKeyDesk.read(GRACE, keygen.make(name, "ed25519", 256)).orThrow();
    }

    /// Makes Grace's key and has Ada vouch for it.
    OwnerKey introduce() {
        return keys.bind(GRACE, key("grace"), town.key("ada")).orThrow();
    }

    SshKey keysOfGrace() {
        return town.unitOfWork.run(book::keys).getFirst().key();
    }

    OwnerKey revoke() {
        return keys.revoke(keysOfGrace().fingerprint(), "lost laptop", town.key("ada"))
                .orThrow();
    }

    Ask ask() {
        return ask(FORTNIGHT).orThrow();
    }

    Outcome<Ask> ask(Duration within) {
        return attesting
                .order(snapshot(), GRACE, List.of())
                .then(order ->
                        attesting.ask(new SnapshotIndex(snapshot()), order, this::reach, within, town.key("ada")));
    }

    private Reach reach(EntityId from) {
        return new Reach(from, snapshot().number(), List.of(), List.of(), false);
    }

    /// The file as Grace fills it in.
    static String filled(Ask ask, String first, String second) {
        return ask.text()
                .replaceFirst("Answer:\nReason:\n", "Answer: " + first + "\nReason: it runs each night\n")
                .replaceFirst("Answer:\nReason:\n", "Answer: " + second + "\nReason: the job is gone\n");
    }

    static String kept(Ask ask) {
        return filled(ask, "keep", "keep");
    }

    Outcome<AttestationBook.Asked> bring(String text) {
        return bring(text, signed(text, "grace"));
    }

    Outcome<AttestationBook.Asked> bring(String text, String signature) {
        return answers.take(snapshot(), text.getBytes(StandardCharsets.UTF_8), signature);
    }

    String signed(String text, String key) {
        return signed(text, key, AskFile.NAMESPACE);
    }

    String signed(String text, String key, String namespace) {
        try {
            Path file = Files.writeString(folder.resolve("file"), text);
            return Files.readString(keygen.sign(key, namespace, file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<AttestationBook.Asked> asked() {
        return town.unitOfWork.run(book::all);
    }
}
