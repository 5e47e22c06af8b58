package dev.curfew.governance.playbook;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.approval.Statement;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.playbook.SignedPlaybook.Standing;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.kind.common.CommonSettings;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The playbooks and their signatures. They live in the ledger alone, and are believed only with the signatures of
/// their quorum, each over this very text: whoever can write to the database can neither add one nor widen one.
public final class PlaybookBook {
    public static final String PROPOSED = "playbook.proposed";

    /// One name for all of them.
    private static final String SUBJECT = Sha256.hex("curfew.playbooks");

    private static final Messages MESSAGES = Messages.of(PlaybookBook.class);

    private final Office office;
    private final Decisions decisions;

    public PlaybookBook(Office office) {
        this.office = office;
        decisions = new Decisions(office);
    }

    /// As [#kept], what can be read.
    public List<SignedPlaybook> all(Transaction transaction) {
        return kept(transaction).all();
    }

    /// In the order in which they were first brought: a copy that somebody enters later brings nothing back.
    public Believed<SignedPlaybook> kept(Transaction transaction) {
        List<LedgerEntry> entries = office.auditLog().confirmAll(transaction, PROPOSED, SUBJECT);
        Map<String, Long> unread = unread(transaction, entries);
        Believed<SignedPlaybook> judged = Believed.of(
                entries,
                entry -> read(entry)
                        .map(playbook -> judged(transaction, entry, playbook))
                        .map(one -> one.isInForce()
                                        && unread.getOrDefault(one.playbook().name(), -1L) > entry.index()
                                ? one.replaced(MESSAGES.text("unread"))
                                : one));
        Set<String> brought = new HashSet<>();
        List<SignedPlaybook> all = new ArrayList<>(judged.all());
        all.removeIf(one -> !brought.add(one.hash()));
        Set<String> newer = new HashSet<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            SignedPlaybook one = all.get(i);
            if (one.isInForce() && !newer.add(one.playbook().name())) {
                all.set(i, one.replaced(""));
            }
        }
        return judged.with(all);
    }

    /// The newest of each name, where it was first entered, that cannot be read and that an officer signed all the
    /// same, as with a newer Curfew: how many were to sign it only its text says, so that one is enough, as one is to
    /// withdraw.
    private Map<String, Long> unread(Transaction transaction, List<LedgerEntry> entries) {
        Set<String> texts = new HashSet<>();
        return entries.stream()
                .filter(entry -> Believed.guarded(entry, PlaybookBook::read) instanceof Outcome.Refused)
                .filter(entry -> texts.add(text(entry, "text")))
                .filter(entry -> isSigned(transaction, subject(entry)))
                .collect(Collectors.toMap(entry -> text(entry, "name"), LedgerEntry::index, Math::max));
    }

    /// By its text as it stands there, which is what is signed.
    private static Subject subject(LedgerEntry entry) {
        return new Subject(
                Subject.Kind.PLAYBOOK,
                text(entry, "name"),
                Sha256.hex(text(entry, "text")),
                List.of(),
                "",
                Instant.EPOCH);
    }

    private boolean isSigned(Transaction transaction, Subject subject) {
        return decisions.approvals(transaction, subject).then(approvals -> stillOfficers(transaction, approvals))
                        instanceof Outcome.Done<List<SignedApproval>>(List<SignedApproval> approvals)
                && !approvals.isEmpty();
    }

    /// By name.
    public List<SignedPlaybook> inForce(Transaction transaction) {
        return all(transaction).stream()
                .filter(SignedPlaybook::isInForce)
                .sorted((one, other) ->
                        one.playbook().name().compareTo(other.playbook().name()))
                .toList();
    }

    /// All of that name, in the order in which they were brought.
    ///
    /// @return them, or UNKNOWN_PLAYBOOK
    public Outcome<List<SignedPlaybook>> named(Transaction transaction, String name) {
        List<SignedPlaybook> named = all(transaction).stream()
                .filter(one -> one.playbook().name().equals(name))
                .toList();
        return named.isEmpty() ? Outcome.refused(Refusal.UNKNOWN_PLAYBOOK, name) : Outcome.done(named);
    }

    /// The one of exactly this text, if it may be acted on now.
    ///
    /// @return it, or PLAYBOOK_NOT_IN_FORCE
    public Outcome<SignedPlaybook> inForce(Transaction transaction, String name, String hash) {
        return inForce(transaction).stream()
                .filter(one -> one.playbook().name().equals(name) && one.hash().equals(hash))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.PLAYBOOK_NOT_IN_FORCE, name));
    }

    /// Signs it; the first who does brings it.
    ///
    /// @param checked what it would be set off by, as the signer's machine sees it
    /// @return the receipt, or PLAYBOOK_WITHDRAWN, or as `Decisions.enter`
    public Outcome<Receipt> sign(Transaction transaction, OfficerKey officer, Playbook playbook, Checked checked) {
        Subject subject = subject(playbook);
        if (decisions.denied(transaction, subject)) {
            return Outcome.refused(Refusal.PLAYBOOK_WITHDRAWN, playbook.name());
        }
        return office.roster().holder(transaction, officer).then(_ -> {
            if (all(transaction).stream().noneMatch(one -> one.hash().equals(subject.hash()))) {
                bring(transaction, officer, playbook);
            }
            return decisions.enter(transaction, officer, subject, Decision.APPROVE, checked, "");
        });
    }

    private void bring(Transaction transaction, OfficerKey officer, Playbook playbook) {
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                PROPOSED,
                                office.clock().instant(),
                                officer.officer(),
                                SUBJECT,
                                Map.of(
                                        "name", playbook.name(),
                                        "playbook", playbook.hash(),
                                        "text", playbook.text(),
                                        "host", office.device().host())));
    }

    /// For good; one officer is enough, for it takes away.
    ///
    /// @return the receipt, or PLAYBOOK_WITHDRAWN, or as `Decisions.enter`
    public Outcome<Receipt> withdraw(
            Transaction transaction, OfficerKey officer, Playbook playbook, Checked checked, String remark) {
        Subject subject = subject(playbook);
        return decisions.denied(transaction, subject)
                ? Outcome.refused(Refusal.PLAYBOOK_WITHDRAWN, playbook.name())
                : decisions.enter(transaction, officer, subject, Decision.DENY, checked, remark);
    }

    private static Subject subject(Playbook playbook) {
        List<String> targets = playbook.scope() instanceof Scope.Named named ? named.ids() : List.of();
        return new Subject(Subject.Kind.PLAYBOOK, playbook.name(), playbook.hash(), targets, "", Instant.EPOCH);
    }

    private SignedPlaybook judged(Transaction transaction, LedgerEntry entry, Playbook playbook) {
        SignedPlaybook waiting = new SignedPlaybook(
                playbook,
                playbook.hash(),
                entry.event().actor(),
                entry.event().at(),
                List.of(),
                0,
                Standing.WAITING,
                "");
        return switch (decisions
                .approvals(transaction, subject(playbook))
                .then(approvals -> stillOfficers(transaction, approvals))) {
            case Outcome.Refused<List<SignedApproval>>(Refusal why, String words) ->
                refused(waiting, why == Refusal.DENIED ? Standing.WITHDRAWN : Standing.VOID, words);
            case Outcome.Done<List<SignedApproval>>(List<SignedApproval> approvals) ->
                signed(waiting, approvals, touchesProduction(transaction, playbook));
        };
    }

    /// What was signed before a key was revoked stays good elsewhere. This is acted on tomorrow, and whoever signed it
    /// has to answer for it then.
    private Outcome<List<SignedApproval>> stillOfficers(Transaction transaction, List<SignedApproval> approvals) {
        Outcome<List<SignedApproval>> all = Outcome.done(approvals);
        for (SignedApproval approval : approvals) {
            all = all.then(
                    _ -> office.roster().find(transaction, approval.officer()).map(_ -> approvals));
        }
        return all;
    }

    private static SignedPlaybook refused(SignedPlaybook one, Standing standing, String words) {
        return new SignedPlaybook(
                one.playbook(),
                one.hash(),
                one.proposedBy(),
                one.proposedAt(),
                List.of(),
                0,
                standing,
                standing == Standing.VOID ? words : "");
    }

    /// What Curfew brought was read before it got there; whoever can write to the ledger brings anything.
    private static Outcome<Playbook> read(LedgerEntry entry) {
        try {
            return Outcome.done(PlaybookReader.read(text(entry, "text")));
        } catch (PlaybookTextException _) {
            return Outcome.refused(Refusal.UNREADABLE, PROPOSED);
        }
    }

    private static String text(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }

    private static boolean touchesProduction(Transaction transaction, Playbook playbook) {
        return playbook.scope().touches().stream()
                .flatMap(source -> transaction.connections().find(source).stream())
                .anyMatch(connection ->
                        Requirement.PRODUCTION.equals(connection.settings().get(CommonSettings.ENVIRONMENT.name())));
    }

    /// @param production where two who signed on one machine count as one
    private SignedPlaybook signed(SignedPlaybook one, List<SignedApproval> approvals, boolean production) {
        List<SignedApproval> together = together(approvals);
        List<String> signers = together.stream().map(SignedApproval::officer).toList();
        int devices =
                (int) together.stream().map(SignedApproval::device).distinct().count();
        long counted = Requirement.counted(signers.size(), devices, production);
        boolean enough = counted >= one.playbook().signatures();
        Standing standing = enough ? Standing.IN_FORCE : Standing.WAITING;
        if (one.playbook().isOver(office.clock().instant())) {
            standing = Standing.EXPIRED;
        }
        return new SignedPlaybook(
                one.playbook(),
                one.hash(),
                one.proposedBy(),
                one.proposedAt(),
                signers,
                devices,
                standing,
                standing == Standing.WAITING
                        ? MESSAGES.text("waiting", counted, one.playbook().signatures())
                        : "");
    }

    /// The most of them that held at one time: a signature holds for a shift until the others have signed, and then for
    /// as long as the playbook says.
    private static List<SignedApproval> together(List<SignedApproval> approvals) {
        List<SignedApproval> most = List.of();
        for (SignedApproval first : approvals) {
            Instant latest = first.expiresAt().plus(Statement.HOLDS_FOR);
            List<SignedApproval> held = approvals.stream()
                    .filter(other -> !other.expiresAt().isBefore(first.expiresAt())
                            && other.expiresAt().isBefore(latest))
                    .toList();
            most = held.size() > most.size() ? held : most;
        }
        return most;
    }
}
