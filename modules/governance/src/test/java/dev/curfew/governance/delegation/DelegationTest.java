package dev.curfew.governance.delegation;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.Statement;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.duty.DutyRules;
import dev.curfew.governance.duty.RolePair;
import dev.curfew.governance.exchange.Asking;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.governance.roster.RosterDesk;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.ledger.AuditEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ada, who alone has the role that the policies ask for, hands her voice to Bo; Cy asks.
class DelegationTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final DutyRules FOR_A_WEEK = rules(null, Duration.ofDays(7), Set.of());

    @TempDir
    private Path directory;

    private Town town;

    @BeforeEach
    void build() {
        town = new Town(directory);
        List.of("cy", "di")
                .forEach(name ->
                        town.officers.add(name, name, Town.passphrase(name)).orThrow());
        new RosterDesk(town.office).found(town.key("cy"), 1).orThrow();
        change(new RosterChange.Grant("ada", "security"));
        change(new RosterChange.SetDuties(FOR_A_WEEK));
        save("1 of security");
    }

    private static DutyRules rules(@Nullable Integer approvals, @Nullable Duration delegated, Set<RolePair> apart) {
        return new DutyRules(approvals, null, null, delegated, apart, Set.of());
    }

    private void change(RosterChange change) {
        new RosterDesk(town.office).propose(town.key("cy"), change).orThrow();
    }

    private void save(String requirement) {
        String text = "@id(\"r\")\n@requires(\"" + requirement + "\")\npermit (principal, action, resource);\n";
        new PolicyBook(town.office)
                .save(town.key("di"), new PolicyPack(text, "{\"base\": {}, \"cases\": []}"))
                .orThrow();
    }

    private Outcome<Delegation> hand(String from, String to, Scope scope, Duration length) {
        return new DelegationDesk(town.office).hand(town.key(from), to, scope, length);
    }

    private Delegation handed() {
        return hand("ada", "bo", Scope.ALL, DAY).orThrow();
    }

    private ExceptionRequest request(String officer) {
        return town.requests
                .submit(town.key(officer), new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "payment is down"))
                .orThrow();
    }

    private Outcome<Receipt> approve(ExceptionRequest request, String officer, String voiceOf) {
        return town.desk.review(request.id()).then(review -> town.desk.approve(review, town.key(officer), voiceOf));
    }

    /// As Bo, in Ada's voice, on what Cy asks for.
    private Outcome<Receipt> approve() {
        return approve(request("cy"), "bo", "ada");
    }

    private RequestState state(ExceptionRequest request) {
        return town.requests.find(request.id()).orElseThrow().state();
    }

    private static Scope environment(String environment) {
        return new Scope(Set.of(), Set.of(environment), Set.of());
    }

    @Test
    void whoHasAVoiceApprovesWithItsRolesAndIsNamedInTheLedger() {
        handed();
        ExceptionRequest request = request("cy");
        approve(request, "bo", "").orThrow();
        assertThat(state(request)).as("by his own voice").isEqualTo(RequestState.PENDING);

        ExceptionRequest other = request("cy");
        approve(other, "bo", "ada").orThrow();

        assertThat(state(other)).isEqualTo(RequestState.APPROVED);
        assertThat(String.valueOf(town.ledger().getLast().event().details().get("statement")))
                .contains("\"officer\":\"bo\"", "\"voiceOf\":\"ada\"");
        assertThat(town.issuing.issue(other.id(), "cy").orThrow().window().isOpen())
                .isTrue();
    }

    @Test
    void aVoiceIsNoSecondOfficer() {
        save("2 of officer");
        handed();
        ExceptionRequest request = request("cy");
        approve(request, "bo", "ada").orThrow();
        assertThat(state(request)).isEqualTo(RequestState.PENDING);
        assertThat(town.desk.review(request.id()).orThrow().judgement().words()).contains("one more officer");
        // with whose voice it is they are two, for bo has his own
        approve(request, "ada", "").orThrow();
        assertThat(state(request)).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void twoVoicesWithOneOfficerAreOneOfficer() {
        save("2 of security");
        change(new RosterChange.Grant("di", "security"));
        handed();
        hand("di", "bo", Scope.ALL, DAY).orThrow();
        ExceptionRequest request = request("cy");
        approve(request, "bo", "ada").orThrow();
        assertRefused(approve(request, "bo", "di"), Refusal.ALREADY_SIGNED);
        assertThat(state(request)).isEqualTo(RequestState.PENDING);
    }

    @Test
    void whoseVoiceWasGivenIsHeardThemselvesWhenTheySign() {
        save("2 of security");
        handed();
        ExceptionRequest request = request("cy");
        approve(request, "bo", "ada").orThrow();
        approve(request, "ada", "").orThrow();
        assertThat(state(request)).isEqualTo(RequestState.PENDING);
        assertThat(town.desk.review(request.id()).orThrow().judgement().words())
                .contains("bo gives the voice of ada in vain", "nobody is heard twice");
    }

    @Test
    void withinItsScopeItIsHeard() {
        town.connect(Map.of("environment", "staging"));
        hand("ada", "bo", new Scope(Set.of("security"), Set.of("staging"), Set.of("openbao")), DAY)
                .orThrow();
        ExceptionRequest request = request("cy");
        approve(request, "bo", "ada").orThrow();
        assertThat(state(request)).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void whatWasSignedBeforeItsDateHoldsAfterIt() {
        hand("ada", "bo", Scope.ALL, Duration.ofHours(1)).orThrow();
        ExceptionRequest request = request("cy");
        approve(request, "bo", "ada").orThrow();
        town.clock.advance(Duration.ofHours(2));
        town.read(Town.TEXT);
        assertThat(town.issuing.issue(request.id(), "cy").orThrow().window().isOpen())
                .isTrue();
    }

    @Test
    void itCountsForBothOfThem() {
        change(new RosterChange.SetDuties(rules(2, DAY, Set.of())));
        handed();
        approve(request("cy"), "ada", "").orThrow();
        approve(request("cy"), "bo", "ada").orThrow();
        Outcome<Receipt> third = approve(request("cy"), "bo", "ada");
        assertRefused(third, Refusal.DUTY);
        assertThat(((Outcome.Refused<?>) third).words()).contains("ada gave 2 approvals");
        // bo has one of his own left
        approve(request("cy"), "bo", "").orThrow();
        assertRefused(approve(request("cy"), "bo", ""), Refusal.DUTY);
    }

    @Test
    void whoGotItMayGiveItBack() {
        Delegation handed = handed();
        new DelegationDesk(town.office).withdraw(town.key("bo"), handed.id()).orThrow();
        assertRefused(approve(), Refusal.NOT_DELEGATED);
        // and then it may be handed to somebody else
        hand("ada", "di", Scope.ALL, DAY).orThrow();
    }

    @Test
    void whatAStrangerEntersEndsNothing() {
        Delegation handed = handed();
        Map<String, Object> details = new HashMap<>();
        details.put("officer", "ada");
        details.put("delegation", handed.hash());
        details.put("at", "2026-11-22T03:00:00Z");
        details.put("signature", town.key("di").sign(DelegationBook.withdrawal(handed, "2026-11-22T03:00:00Z")));
        enter(DelegationBook.WITHDRAWN, details);
        approve().orThrow();
    }

    private void enter(String type, Map<String, Object> details) {
        town.unitOfWork.run(transaction -> town.auditLog.append(
                transaction, new AuditEvent(type, Town.START, "eve", DelegationBook.SUBJECT, details)));
    }

    private void enter(Delegation made, String signer) {
        enter(
                DelegationBook.MADE,
                Map.of("statement", made.text(), "signature", town.key(signer).sign(made.text())));
    }

    private static Delegation longer(Delegation it, String from) {
        return new Delegation(
                it.id(),
                it.roster(),
                from,
                it.to(),
                it.scope(),
                it.at(),
                it.until().plus(DAY),
                it.nonce());
    }

    /// One row of the table.
    record Attack(String name, Refusal why, Trying trying) {
        interface Trying {
            Outcome<?> in(DelegationTest it);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Attack> attacks() {
        return List.of(
                new Attack("nobody handed anything", Refusal.NOT_DELEGATED, DelegationTest::approve),
                new Attack("after its date", Refusal.NOT_DELEGATED, it -> {
                    it.handed();
                    it.town.clock.advance(DAY);
                    return it.approve();
                }),
                new Attack("after it was withdrawn", Refusal.NOT_DELEGATED, it -> {
                    Delegation handed = it.handed();
                    new DelegationDesk(it.town.office)
                            .withdraw(it.town.key("ada"), handed.id())
                            .orThrow();
                    return it.approve();
                }),
                new Attack("withdrawn between signature and issue", Refusal.NOT_APPROVED, it -> {
                    Delegation handed = it.handed();
                    ExceptionRequest request = it.request("cy");
                    it.approve(request, "bo", "ada").orThrow();
                    new DelegationDesk(it.town.office)
                            .withdraw(it.town.key("ada"), handed.id())
                            .orThrow();
                    return it.town.issuing.issue(request.id(), "cy");
                }),
                new Attack(
                        "withdrawn by somebody else",
                        Refusal.UNKNOWN_DELEGATION,
                        it -> new DelegationDesk(it.town.office)
                                .withdraw(it.town.key("di"), it.handed().id())),
                new Attack("the key of whose voice it is was revoked", Refusal.NOT_DELEGATED, it -> {
                    it.handed();
                    it.change(new RosterChange.Revoke("ada", "lost"));
                    return it.approve();
                }),
                new Attack("revoked between signature and issue", Refusal.NOT_APPROVED, it -> {
                    it.handed();
                    ExceptionRequest request = it.request("cy");
                    it.approve(request, "bo", "ada").orThrow();
                    it.change(new RosterChange.Revoke("ada", "lost"));
                    return it.town.issuing.issue(request.id(), "cy");
                }),
                new Attack("the key of who has it was revoked", Refusal.KEY_REVOKED, it -> {
                    it.handed();
                    it.change(new RosterChange.Revoke("bo", "lost"));
                    return it.town
                            .desk
                            .review(it.request("cy").id())
                            .then(review -> it.town.desk.approve(review, it.town.key("bo"), ""));
                }),
                new Attack("the role was taken from whose voice it is", Refusal.NOT_APPROVED, it -> {
                    it.handed();
                    ExceptionRequest request = it.request("cy");
                    it.approve(request, "bo", "ada").orThrow();
                    it.change(new RosterChange.Take("ada", "security"));
                    return it.town.issuing.issue(request.id(), "cy");
                }),
                new Attack("handed on once more", Refusal.NOT_DELEGATED, it -> {
                    it.handed();
                    it.change(new RosterChange.Grant("bo", "audit"));
                    it.hand("bo", "di", Scope.ALL, DAY).orThrow();
                    return it.approve(it.request("cy"), "di", "ada");
                }),
                new Attack("handed on as a role that one only has in another's voice", Refusal.MAY_NOT_DELEGATE, it -> {
                    it.handed();
                    return it.hand("bo", "di", new Scope(Set.of("security"), Set.of(), Set.of()), DAY);
                }),
                new Attack("for whose voice it is", Refusal.SELF_APPROVAL, it -> {
                    it.handed();
                    return it.approve(it.request("ada"), "bo", "ada");
                }),
                new Attack("for oneself", Refusal.SELF_APPROVAL, it -> {
                    it.handed();
                    return it.approve(it.request("bo"), "bo", "ada");
                }),
                new Attack("outside its environment", Refusal.DUTY, it -> {
                    it.town.connect(Map.of("environment", "production"));
                    it.hand("ada", "bo", environment("staging"), DAY).orThrow();
                    return it.approve();
                }),
                new Attack("outside its source", Refusal.DUTY, it -> {
                    it.hand("ada", "bo", new Scope(Set.of(), Set.of(), Set.of("aws")), DAY)
                            .orThrow();
                    return it.approve();
                }),
                new Attack("after whose voice it is signed", Refusal.DUTY, it -> {
                    it.save("2 of security");
                    it.handed();
                    ExceptionRequest request = it.request("cy");
                    it.approve(request, "ada", "").orThrow();
                    return it.approve(request, "bo", "ada");
                }),
                new Attack("by one after another", Refusal.DUTY, it -> {
                    it.save("2 of security");
                    it.hand("ada", "bo", Scope.ALL, Duration.ofHours(1)).orThrow();
                    ExceptionRequest request = it.request("cy");
                    it.approve(request, "bo", "ada").orThrow();
                    it.town.clock.advance(Duration.ofHours(1));
                    it.hand("ada", "di", Scope.ALL, DAY).orThrow();
                    return it.approve(request, "di", "ada");
                }),
                new Attack("to two at once", Refusal.MAY_NOT_DELEGATE, it -> {
                    it.handed();
                    return it.hand("ada", "di", Scope.ALL, DAY);
                }),
                new Attack("to oneself", Refusal.MAY_NOT_DELEGATE, it -> it.hand("ada", "ada", Scope.ALL, DAY)),
                new Attack("without a role", Refusal.MAY_NOT_DELEGATE, it -> it.hand("di", "bo", Scope.ALL, DAY)),
                new Attack(
                        "to nobody of the roster", Refusal.NOT_AN_OFFICER, it -> it.hand("ada", "eve", Scope.ALL, DAY)),
                new Attack(
                        "for too long",
                        Refusal.MAY_NOT_DELEGATE,
                        it -> it.hand("ada", "bo", Scope.ALL, Duration.ofDays(7).plusSeconds(1))),
                new Attack("where nobody may", Refusal.MAY_NOT_DELEGATE, it -> {
                    it.change(new RosterChange.SetDuties(rules(3, null, Set.of())));
                    return it.handed(it);
                }),
                new Attack("where nobody may any more", Refusal.NOT_DELEGATED, it -> {
                    it.handed();
                    it.change(new RosterChange.SetDuties(rules(3, Duration.ofHours(1), Set.of())));
                    return it.approve();
                }),
                new Attack("so that one has both roles of a pair", Refusal.ROLES_APART, it -> {
                    it.change(new RosterChange.Grant("bo", "audit"));
                    it.change(new RosterChange.SetDuties(rules(null, DAY, Set.of(RolePair.parse("audit:security")))));
                    return it.handed(it);
                }),
                new Attack("so that one came to have both", Refusal.DUTY, it -> {
                    it.change(new RosterChange.SetDuties(rules(null, DAY, Set.of(RolePair.parse("audit:security")))));
                    it.handed();
                    it.change(new RosterChange.Grant("bo", "audit"));
                    return it.approve();
                }),
                new Attack("entered by who can write the ledger", Refusal.NOT_DELEGATED, it -> {
                    Delegation real = it.handed();
                    new DelegationDesk(it.town.office)
                            .withdraw(it.town.key("ada"), real.id())
                            .orThrow();
                    it.enter(longer(real, "ada"), "bo");
                    return it.approve();
                }),
                new Attack("entered again after it was withdrawn", Refusal.NOT_DELEGATED, it -> {
                    Delegation real = it.handed();
                    new DelegationDesk(it.town.office)
                            .withdraw(it.town.key("ada"), real.id())
                            .orThrow();
                    it.enter(real, "ada");
                    return it.approve();
                }),
                new Attack("of another roster", Refusal.NOT_DELEGATED, it -> {
                    Delegation real = it.handed();
                    new DelegationDesk(it.town.office)
                            .withdraw(it.town.key("ada"), real.id())
                            .orThrow();
                    it.enter(
                            new Delegation(
                                    "v-00000",
                                    "0".repeat(64),
                                    "ada",
                                    "bo",
                                    Scope.ALL,
                                    real.at(),
                                    real.until(),
                                    "0".repeat(32)),
                            "ada");
                    return it.approve();
                }),
                new Attack("by file", Refusal.NO_VOICE_BY_FILES, DelegationTest::byFile));
    }

    private Outcome<Delegation> handed(DelegationTest it) {
        return it.hand("ada", "bo", Scope.ALL, Duration.ofHours(1));
    }

    /// Nothing of Curfew's writes such an answer: somebody with Bo's key does by hand.
    private Outcome<?> byFile() {
        Delegation handed = handed();
        ExceptionRequest request = request("cy");
        Asking asking = new Asking(town.office, (_, _) -> town.adds());
        SignedFile question = asking.ask(request.id(), town.key("ada")).orThrow();
        Statement statement = Statement.by(
                        town.key("bo"),
                        Subject.of(request),
                        Decision.APPROVE,
                        Checked.on(town.store.current(), Recheck.SAME, ""),
                        town.office.device(),
                        "0".repeat(32),
                        town.clock.instant(),
                        "")
                .answering(dev.curfew.model.text.Sha256.hex(question.text()));
        String text = statement
                .text()
                .replace(
                        "\"decision\":\"APPROVE\"", "\"decision\":\"APPROVE\",\"delegation\":\"" + handed.hash() + "\"")
                .replace("\"unread\":[]", "\"unread\":[],\"voiceOf\":\"ada\"");
        return asking.take(new SignedFile(text, town.key("bo").sign(text)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedWithItsReason(Attack attack) {
        assertRefused(attack.trying().in(this), attack.why());
        assertThat(town.source.working()).isEmpty();
    }
}
