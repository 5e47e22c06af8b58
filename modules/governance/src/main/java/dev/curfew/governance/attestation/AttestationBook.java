package dev.curfew.governance.attestation;

import dev.curfew.analysis.owner.OwnerNames;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.governance.ssh.SshSignature;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.people.Attestation;
import dev.curfew.model.port.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Everything about owners' word that the ledger holds. There are no rows: each entry is read with its signatures, the
/// officer's over keys and questions, the owner's own over answers. What does not hold counts as not said.
public final class AttestationBook {
    static final String BOUND = "owner-key.bound";
    static final String REVOKED = "owner-key.revoked";
    static final String ASKED = "attestation.asked";
    static final String ANSWERED = "attestation.answered";
    static final String PERIOD = "attestation.period-set";

    private final Office office;

    public AttestationBook(Office office) {
        this.office = office;
    }

    /// A question with what became of it.
    ///
    /// @param answeredAt null while nobody answered
    /// @param key the fingerprint of the key that signed the answer; empty while nobody answered
    /// @param answers one for each that was asked about, in their order; none while nobody answered
    public record Asked(Ask ask, @Nullable Instant answeredAt, String key, List<Attestation> answers) {
        public Asked {
            answers = List.copyOf(answers);
        }

        public boolean isAnswered() {
            return answeredAt != null;
        }

        public boolean isOverdue(Instant now) {
            return answeredAt == null && ask.isOver(now);
        }
    }

    private List<LedgerEntry> entries(Transaction transaction, String type) {
        return OfficerEntries.of(office, type).holding(transaction);
    }

    /// Oldest first; revoked ones too.
    public List<OwnerKey> keys(Transaction transaction) {
        List<OwnerKey> keys = new ArrayList<>();
        entries(transaction, BOUND).forEach(entry -> key(entry, null).ifPresent(keys::add));
        for (LedgerEntry entry : entries(transaction, REVOKED)) {
            key(entry, entry.event().at())
                    .ifPresent(gone -> keys.replaceAll(key -> key.key().equals(gone.key()) && key.isGood()
                            ? key.revoked(entry.event().at())
                            : key));
        }
        return List.copyOf(keys);
    }

    private static Optional<OwnerKey> key(LedgerEntry entry, @Nullable Instant revokedAt) {
        return SshKey.parse(text(entry, "key"))
                .map(key -> new OwnerKey(
                        text(entry, "owner"),
                        key,
                        entry.event().actor(),
                        entry.event().at(),
                        revokedAt));
    }

    /// Those that are good for the owner.
    public List<SshKey> keysOf(Transaction transaction, String owner) {
        return keys(transaction).stream()
                .filter(OwnerKey::isGood)
                .filter(key -> OwnerNames.plain(key.owner()).equals(OwnerNames.plain(owner)))
                .map(OwnerKey::key)
                .distinct()
                .toList();
    }

    /// Oldest first.
    public List<Asked> all(Transaction transaction) {
        Map<String, Asked> all = new LinkedHashMap<>();
        for (LedgerEntry entry : entries(transaction, ASKED)) {
            Ask ask = Ask.of(entry.event().details());
            all.putIfAbsent(ask.id(), new Asked(ask, null, "", List.of()));
        }
        Map<SshKey, Long> revoked = revoked(transaction);
        for (LedgerEntry entry : office.auditLog().confirmAll(transaction, ANSWERED, OfficerEntries.SUBJECT)) {
            all.computeIfPresent(
                    text(entry, "ask"), (_, asked) -> asked.isAnswered() ? asked : answered(asked, entry, revoked));
        }
        return List.copyOf(all.values());
    }

    /// Where in the ledger each was revoked.
    private Map<SshKey, Long> revoked(Transaction transaction) {
        Map<SshKey, Long> revoked = new HashMap<>();
        for (LedgerEntry entry : entries(transaction, REVOKED)) {
            key(entry, null).ifPresent(key -> revoked.putIfAbsent(key.key(), entry.index()));
        }
        return revoked;
    }

    /// What the ledger did not hold before its key was revoked is void, whatever time it says.
    private static Asked answered(Asked asked, LedgerEntry entry, Map<SshKey, Long> revoked) {
        Ask ask = asked.ask();
        byte[] file = text(entry, "file").getBytes(StandardCharsets.UTF_8);
        Optional<SshSignature> signature = SshSignature.parse(text(entry, "signature"))
                .filter(it -> ask.keys().contains(it.key()) && it.verifies(file, AskFile.NAMESPACE))
                .filter(it -> revoked.getOrDefault(it.key(), Long.MAX_VALUE) > entry.index());
        Outcome<List<AskFile.Said>> said = AskFile.of(text(entry, "file")).answers(AskFile.of(ask.text()));
        Instant at = entry.event().at();
        return signature.isPresent() && said instanceof Outcome.Done<List<AskFile.Said>>(List<AskFile.Said> all)
                ? new Asked(ask, at, signature.get().key().fingerprint(), attestations(ask, all, at))
                : asked;
    }

    private static List<Attestation> attestations(Ask ask, List<AskFile.Said> said, Instant at) {
        return IntStream.range(0, said.size())
                .mapToObj(i -> new Attestation(
                        ask.items().get(i).identity(),
                        ask.items().get(i).owner(),
                        said.get(i).answer(),
                        said.get(i).reason(),
                        at,
                        ask.id()))
                .toList();
    }

    Optional<Asked> find(Transaction transaction, String id) {
        return all(transaction).stream()
                .filter(asked -> asked.ask().id().equals(id))
                .findFirst();
    }

    /// How often an owner is to say of everything whether it is needed; empty: it was never laid down, or no longer is.
    public Optional<Duration> period(Transaction transaction) {
        return entries(transaction, PERIOD).reversed().stream()
                .findFirst()
                .map(entry -> entry.event().details().get("days") instanceof Number days
                        ? Duration.ofDays(days.longValue())
                        : Duration.ZERO)
                .filter(Duration::isPositive);
    }

    private static String text(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }
}
