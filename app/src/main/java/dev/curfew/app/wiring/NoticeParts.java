package dev.curfew.app.wiring;

import dev.curfew.app.usecase.attestation.Reminders;
import dev.curfew.app.usecase.breakglass.BreakGlasses;
import dev.curfew.app.usecase.narrowing.Narrowings;
import dev.curfew.app.usecase.notice.Gathering;
import dev.curfew.app.usecase.notice.Notices;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.connector.notice.MailAddress;
import dev.curfew.governance.attestation.AttestationBook;
import dev.curfew.governance.breakglass.use.UseBook;
import dev.curfew.governance.notice.CarrierBook;
import dev.curfew.governance.notice.Happenings;
import dev.curfew.governance.notice.ToldBook;
import dev.curfew.governance.officer.Office;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.notice.Notice;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.revocation.narrowing.NarrowStage;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What notices are made of.
record NoticeParts(Foundation base, Surroundings surroundings, Office office, Officers officers) {

    Notices notices(Supplier<BreakGlasses> breakGlasses, Supplier<Narrowings> narrowings) {
        return new Notices(
                base.books(),
                officers,
                new CarrierBook(office),
                new ToldBook(office),
                new UseBook(office),
                new LedgerEntries(base.auditLog()),
                overdue(breakGlasses, narrowings),
                base.workspace().secrets(),
                base.workspace().id(),
                surroundings.clock());
    }

    private Notices.Overdue overdue(Supplier<BreakGlasses> breakGlasses, Supplier<Narrowings> narrowings) {
        Reminders reminders = new Reminders(
                base.books(), base.estate(), new AttestationBook(office), MailAddress::isOne, surroundings.clock());
        return (happenings, ownersReached) -> Stream.of(
                        drills(happenings, breakGlasses.get()),
                        reminders.look(happenings, ownersReached).stream(),
                        announced(happenings, narrowings.get()))
                .flatMap(all -> all)
                .toList();
    }

    private Stream<Notice> announced(Happenings happenings, Narrowings narrowings) {
        Instant now = surroundings.clock().instant();
        return narrowings.all().stream()
                .filter(one -> one.stage() == NarrowStage.NOTICED)
                .flatMap(one -> one.due().stream()
                        .flatMap(due ->
                                happenings
                                        .announced(one.id(), one.policy().text(), one.officer(), one.at(), due, now)
                                        .stream()));
    }

    private static Stream<Notice> drills(Happenings happenings, BreakGlasses breakGlasses) {
        return breakGlasses.dueDrills().stream().map(due -> happenings.overdue(due.path(), due.at()));
    }

    private record LedgerEntries(AuditLog log) implements Gathering.Entries {
        @Override
        public long count(Transaction transaction) {
            return log.checkpoint(transaction).map(Checkpoint::size).orElse(0L);
        }

        @Override
        public List<LedgerEntry> read(Transaction transaction, long from, int limit) {
            return log.read(transaction, from, limit);
        }
    }
}
