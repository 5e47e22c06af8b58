package dev.curfew.governance.breakglass.use;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.breakglass.Isolation;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever can write to the database, and even holds the ledger's key, can neither make up a use nor have one looked
/// at.
class UseBookTest {
    private static final String PATH = "bao-emergency";
    private static final Instant END = Town.START.plus(Duration.ofMinutes(30));
    private static final Instant REVIEW = Town.START.plus(Duration.ofDays(1));

    private final Town town;
    private final UseBook book;
    private final ClosingKey closer;

    UseBookTest(@TempDir Path directory) {
        town = new Town(directory);
        town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
        book = new UseBook(town.office);
        closer = book.closingKey();
    }

    @Test
    void aUseFromItsOpeningToItsReview() {
        PathUse opened = open("u-1");
        PathUse entered = only();
        assertThat(entered).isEqualTo(at(opened, entered.openedAt(), Optional.empty()));

        book.closed(opened, closer, List.of(), Map.of("how", "exited"));
        review("cy", only());
        PathUse reviewed = only();
        assertThat(reviewed.isOpen()).isFalse();
        assertThat(reviewed.reviewer()).contains("cy");
        assertThat(reviewed.span()).isEqualTo(new Isolation.Span(reviewed.openedAt(), last().at()));
    }

    /// As it was entered before there were its end and what became of telling of it.
    @Test
    void oneThatWasEnteredBeforeStillCounts() {
        Map<String, Object> details = new HashMap<>(Map.of(
                "use", "u-1",
                "name", PATH,
                "reason", "login is down",
                "openedBy", "ada,bo",
                "reviewBy", REVIEW.toString()));
        append(UseBook.OPENED, "ada", details, sign("ada", details));

        assertThat(only().endsBy()).isEmpty();
        assertThat(only().told()).isEqualTo(PathUse.Told.NOTHING);
        assertThat(only().span().to()).isEqualTo(REVIEW);
        append(UseBook.CLOSED, "ada", Map.of("use", "u-1", "name", PATH), "");
        assertThat(only().isOpen()).as("closed by nobody's signature, as then").isFalse();
    }

    /// What the account does after that is daily use, and found.
    @Test
    void oneThatAMachineLeftOpenEndsWhenItWasMeantTo() {
        open("u-1");
        assertThat(only().isOpen()).isTrue();
        assertThat(only().span().to()).isEqualTo(END);
    }

    @Test
    void anOpeningThatItsOfficerDidNotSignIsFoundOut() {
        open("u-1");
        rewrite(
                UseBook.OPENED,
                details -> details.put("endsBy", END.plus(Duration.ofDays(900)).toString()));
        assertThat(uses().all()).isEmpty();
        assertDoubted(UseBook.OPENED);
    }

    @Test
    void aReviewThatNobodySignedIsFoundOut() {
        PathUse use = open("u-1");
        review("cy", use);
        rewrite(UseBook.REVIEWED, details -> details.put("signature", sign("bo", details)));
        assertThat(only().reviewer()).isEmpty();
        assertDoubted(UseBook.REVIEWED);
    }

    /// Each was signed, but as another thing, or of another path.
    @Test
    void anEntryIsNotTakenForAnother() {
        open("u-1");
        AuditEvent opened = last();
        town.unitOfWork.run(transaction -> town.auditLog.append(
                transaction,
                new AuditEvent(UseBook.REVIEWED, opened.at(), opened.actor(), opened.subjectHash(), opened.details())));
        assertThat(only().reviewer()).isEmpty();
        assertDoubted(UseBook.REVIEWED);
    }

    @Test
    void whoTookPartHasNotLookedAtIt() {
        open("u-1");
        Map<String, Object> details = new HashMap<>(Map.of("use", "u-1", "name", PATH, "remark", "fine"));
        append(UseBook.REVIEWED, "bo", details, sign("bo", details));
        assertThat(only().reviewer()).isEmpty();
        assertRefused(book.reviewed(town.key("bo"), only(), "fine"), Refusal.SELF_APPROVAL);
    }

    @Test
    void whatIsEnteredASecondTimeIsOneUse() {
        open("u-1");
        AuditEvent opened = last();
        Instant later = opened.at().plus(Duration.ofDays(9));
        town.unitOfWork.run(transaction -> town.auditLog.append(
                transaction,
                new AuditEvent(UseBook.OPENED, later, opened.actor(), opened.subjectHash(), opened.details())));
        assertThat(only().openedAt()).isEqualTo(opened.at());
    }

    @Test
    void anotherOfficerApprovesIt() {
        PathUse approved = open("u-1", Optional.of("cy"));
        assertThat(only().approver()).contains("cy");
        assertRefused(book.reviewed(town.key("cy"), approved, "fine"), Refusal.SELF_APPROVAL);
    }

    @Test
    void whoOpensItDoesNotApproveIt() {
        try (OfficerKey ada = town.key("ada")) {
            assertRefused(
                    book.opened(ada, Optional.of(ada), closer, use("u-1", Optional.of("ada"))), Refusal.SELF_APPROVAL);
        }
        assertThat(uses().all()).isEmpty();
    }

    @Test
    void anApprovalThatNobodySignedIsFoundOut() {
        open("u-1");
        rewrite(UseBook.OPENED, details -> {
            details.put("approvedBy", "cy");
            details.put("signature", sign("ada", details));
            details.put("approval", sign("ada", details));
        });
        assertThat(uses().all()).isEmpty();
        assertDoubted(UseBook.OPENED);
    }

    @Test
    void anApprovalThatWasTakenOutIsFoundOut() {
        open("u-1", Optional.of("cy"));
        rewrite(UseBook.OPENED, details -> {
            details.remove("approvedBy");
            details.remove("approval");
        });
        assertThat(uses().all()).isEmpty();
        assertDoubted(UseBook.OPENED);
    }

    @Test
    void whatSomebodyMadeUpHidesNoOtherUse() {
        open("u-1");
        Map<String, Object> details = new HashMap<>(last().details());
        details.put("use", "u-2");
        details.put("reviewBy", "some day");
        append(UseBook.OPENED, "ada", details, String.valueOf(details.get("signature")));
        append(UseBook.REVIEWED, "nobody", Map.of("use", "u-1", "name", PATH, "remark", "fine"), "a signature");

        assertThat(only().id()).isEqualTo("u-1");
        assertThat(only().reviewer()).isEmpty();
        assertThat(uses().doubts()).hasSize(2);
    }

    @Test
    void whatAnOfficerSignedAndNobodyCanReadHidesNoOtherUse() {
        open("u-1");
        Map<String, Object> details = Map.of(
                "use", "u-2", "name", PATH, "reason", "login is down", "openedBy", "ada,bo", "reviewBy", "some day");
        append(UseBook.OPENED, "ada", details, sign("ada", details));

        assertThat(only().id()).isEqualTo("u-1");
        assertDoubted(UseBook.OPENED);
    }

    @Test
    void onlyWhoeverHadTheSessionClosesIt() {
        PathUse opened = open("u-1");
        book.closed(opened, book.closingKey(), List.of(), Map.of("how", "exited"));
        assertThat(only().isOpen()).isTrue();
        assertDoubted(UseBook.CLOSED);

        book.closed(opened, closer, List.of(), Map.of("how", "timed-out"));
        assertThat(only().closed()).contains(last().at());
    }

    @Test
    void howItCameToBeClosedIsSigned() {
        book.closed(open("u-1"), closer, List.of(), Map.of("how", "timed-out"));
        rewrite(UseBook.CLOSED, details -> details.put("how", "checked-in"));
        assertThat(only().isOpen()).isTrue();
        assertDoubted(UseBook.CLOSED);
    }

    /// Its closing cannot be taken back by whoever takes the key out of the opening: that is signed.
    @Test
    void theKeyThatClosesItIsNotExchanged() {
        open("u-1");
        rewrite(UseBook.OPENED, details -> details.remove("closingKey"));
        assertThat(uses().all()).isEmpty();
        assertDoubted(UseBook.OPENED);
    }

    private PathUse open(String id) {
        return open(id, Optional.empty());
    }

    private PathUse open(String id, Optional<String> approver) {
        try (OfficerKey ada = town.key("ada")) {
            return book.opened(ada, approver.map(town::key), closer, use(id, approver))
                    .orThrow();
        }
    }

    private static PathUse use(String id, Optional<String> approver) {
        return new PathUse(
                id,
                PATH,
                "ada",
                "login is down",
                List.of("ada", "bo"),
                approver,
                Town.START,
                REVIEW,
                Optional.of(END),
                new PathUse.Told(true, "siem.example confirmed that it has the alert."),
                new PathUse.Said("needs one more officer", "ab".repeat(32)),
                Optional.empty(),
                Optional.empty());
    }

    private static PathUse at(PathUse use, Instant openedAt, Optional<Instant> closed) {
        return new PathUse(
                use.id(),
                use.path(),
                use.officer(),
                use.reason(),
                use.openedBy(),
                use.approver(),
                openedAt,
                use.reviewBy(),
                use.endsBy(),
                use.told(),
                use.said(),
                closed,
                use.reviewer());
    }

    private void review(String officer, PathUse use) {
        try (OfficerKey key = town.key(officer)) {
            book.reviewed(key, use, "as agreed").orThrow();
        }
    }

    private Believed<PathUse> uses() {
        return town.unitOfWork.run(transaction -> book.all(transaction, PATH));
    }

    private void assertDoubted(String type) {
        assertThat(uses().doubts()).singleElement().asString().contains("(" + type + ") counts for nothing");
    }

    private PathUse only() {
        List<PathUse> all = uses().all();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private AuditEvent last() {
        return town.ledger().getLast().event();
    }

    private String sign(String officer, Map<String, Object> details) {
        Map<String, Object> statement = new HashMap<>(details);
        statement.keySet().removeAll(List.of("signature", "approval", "host"));
        try (OfficerKey key = town.key(officer)) {
            return key.sign(CanonicalJson.text(statement));
        }
    }

    private void append(String type, String officer, Map<String, Object> details, String signature) {
        String subject = Sha256.hex("curfew.break-glass/" + PATH);
        Map<String, Object> all = new HashMap<>(details);
        all.put("signature", signature);
        all.put("host", "desk-1");
        town.unitOfWork.run(transaction ->
                town.auditLog.append(transaction, new AuditEvent(type, Town.START, officer, subject, all)));
    }

    private void rewrite(String type, Consumer<Map<String, Object>> change) {
        UnaryOperator<AuditEvent> rewritten = event -> {
            if (!event.type().equals(type)) {
                return event;
            }
            Map<String, Object> details = new HashMap<>(event.details());
            change.accept(details);
            return new AuditEvent(event.type(), event.at(), event.actor(), event.subjectHash(), details);
        };
        town.unitOfWork.run(transaction -> {
            town.auditLog.rewrite(transaction, rewritten);
            return transaction;
        });
    }
}
