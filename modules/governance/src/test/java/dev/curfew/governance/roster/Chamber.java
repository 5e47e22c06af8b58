package dev.curfew.governance.roster;

import dev.curfew.governance.Town;
import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.approval.Statement;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerDesk;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.governance.roster.chain.RosterHead;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.testbed.memory.MemoryAuditLog;
import dev.curfew.testbed.memory.MemoryStore;
import dev.curfew.testbed.memory.MemoryUnitOfWork;
import dev.curfew.testbed.memory.PlainPassphrases;
import dev.curfew.testbed.memory.SteppingClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A workspace with three officers, each on a machine of their own; its roster is founded with a quorum of two.
final class Chamber {
    final SteppingClock clock = new SteppingClock(Town.START);
    final MemoryUnitOfWork units = new MemoryUnitOfWork();
    final MemoryAuditLog log = new MemoryAuditLog();
    final Kept memory = new Kept();
    private final Path directory;
    private final Map<String, Office> offices = new HashMap<>();

    /// What the machine remembers.
    static final class Kept implements RosterMemory {
        Optional<RosterHead> head = Optional.empty();

        @Override
        public Optional<RosterHead> kept() {
            return head;
        }

        @Override
        public void keep(RosterHead newest) {
            head = Optional.of(newest);
        }
    }

    private Chamber(Path directory) {
        this.directory = directory;
    }

    static Chamber founded(Path directory, int quorum) {
        Chamber chamber = unfounded(directory);
        chamber.desk("ada").found(chamber.key("ada"), quorum).orThrow();
        return chamber;
    }

    static Chamber unfounded(Path directory) {
        Chamber chamber = new Chamber(directory);
        Stream.of("ada", "bo", "cy")
                .forEach(name -> chamber.officers(name)
                        .add(name, name, Town.passphrase(name))
                        .orThrow());
        return chamber;
    }

    /// Another workspace, not founded, with officers of the same names and other keys.
    Chamber elsewhere() {
        Path folder = directory.resolveSibling("elsewhere-" + UUID.randomUUID());
        return unfounded(folder);
    }

    /// The workspace of one who has their own, on another machine: it knows these officers, and not their roster.
    Chamber neighbour() {
        Chamber other = new Chamber(directory);
        Stream.of("ada", "bo", "cy")
                .forEach(name -> other.officers("bo")
                        .enrol(name, name, key(name).publicKey())
                        .orThrow());
        return other;
    }

    /// The officer's own machine.
    Office office(String officer) {
        return offices.computeIfAbsent(
                officer, name -> office(new Device(digit(name).repeat(32), name + "-desk")));
    }

    Office office(Device device) {
        return new Office(units, log, new MemoryStore(), device, clock, new SecureRandom(), memory);
    }

    private static String digit(String officer) {
        return Integer.toHexString(officer.charAt(0) - 'a');
    }

    OfficerDesk officers(String officer) {
        return new OfficerDesk(office(officer), keys());
    }

    private OfficerKeys keys() {
        return new OfficerKeys(directory, new PlainPassphrases(), new SecureRandom(), clock);
    }

    OfficerKey key(String officer) {
        return keys().unlock(officer, Town.passphrase(officer));
    }

    RosterDesk desk(String officer) {
        return new RosterDesk(office(officer));
    }

    Outcome<Proposal> propose(String officer, RosterChange change) {
        return desk(officer).propose(key(officer), change);
    }

    Outcome<Proposal> sign(String officer, Proposal proposal) {
        return desk(officer).sign(key(officer), proposal.statement().id());
    }

    /// Signed by ada and bo.
    Proposal changed(RosterChange change) {
        return sign("bo", propose("ada", change).orThrow()).orThrow();
    }

    Outcome<RosterState> state() {
        return desk("ada").state();
    }

    List<LedgerEntry> ledger() {
        return units.run(transaction -> log.read(transaction, 0, Integer.MAX_VALUE));
    }

    /// Of the statements, oldest first.
    List<Map<String, Object>> statements() {
        return ledger().stream()
                .filter(entry -> entry.event().type().equals(RosterBook.CHANGED))
                .map(entry -> entry.event().details())
                .toList();
    }

    /// The statement that would be next, as somebody makes it up.
    RosterStatement next(RosterChange change) {
        RosterState state = state().orThrow();
        return new RosterStatement(
                "o-00000",
                state.roster(),
                state.number() + 1,
                state.hash(),
                change,
                "ada",
                "0".repeat(32),
                clock.instant());
    }

    SignedText signed(RosterStatement statement, String officer, Decision decision) {
        return signed(statement.subject(), officer, decision);
    }

    SignedText signed(Subject subject, String officer, Decision decision) {
        Statement text = Statement.by(
                key(officer),
                subject,
                decision,
                new Checked(Recheck.SAME, subject.hash(), 0, List.of()),
                office(officer).device(),
                "0".repeat(32),
                clock.instant(),
                "");
        return new SignedText(text.text(), key(officer).sign(text.text()));
    }

    /// What whoever holds the ledger's own key could enter.
    Outcome<RosterState> enter(RosterStatement statement, String... officers) {
        return enter(
                statement,
                Stream.of(officers)
                        .map(officer -> signed(statement, officer, Decision.APPROVE))
                        .toArray(SignedText[]::new));
    }

    Outcome<RosterState> enter(RosterStatement statement, SignedText... signatures) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("statement", statement.text());
        details.put(
                "signatures",
                Stream.of(signatures)
                        .map(one -> Map.of("statement", one.text(), "signature", one.signature()))
                        .toList());
        return enter(details);
    }

    Outcome<RosterState> enter(Map<String, Object> details) {
        append(RosterBook.CHANGED, RosterBook.SUBJECT, details);
        return state();
    }

    void append(String type, String subject, Map<String, Object> details) {
        units.run(transaction -> log.append(transaction, new AuditEvent(type, Instant.EPOCH, "eve", subject, details)));
    }

    /// Changes the details of the statement of that number.
    Outcome<RosterState> rewritten(int number, UnaryOperator<Map<String, Object>> change) {
        Map<String, Object> old = statements().get(number - 1);
        return rewritten(event -> event.details().equals(old) ? with(event, event.type(), change.apply(old)) : event);
    }

    Outcome<RosterState> rewritten(UnaryOperator<AuditEvent> change) {
        units.run(transaction -> {
            log.rewrite(transaction, event -> event.type().equals(RosterBook.CHANGED) ? change.apply(event) : event);
            return transaction;
        });
        return state();
    }

    static AuditEvent with(AuditEvent event, String type, Map<String, Object> details) {
        return new AuditEvent(type, event.at(), event.actor(), event.subjectHash(), details);
    }

    static Map<String, Object> text(Map<String, Object> details, UnaryOperator<String> change) {
        Map<String, Object> other = new HashMap<>(details);
        other.computeIfPresent("statement", (_, text) -> change.apply(String.valueOf(text)));
        return other;
    }
}
