package dev.curfew.governance.duty;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.duty.DutyRules.NotAlone;
import dev.curfew.governance.exchange.Answering;
import dev.curfew.governance.exchange.Asking;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.governance.roster.RosterDesk;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the roster lays down for those who approve, each rule with what is just within it.
class DutiesTest {
    private static final String TWO =
            "@id(\"two\")\n@requires(\"2 of officer\")\npermit (principal, action, resource);\n";
    private static final String ONE =
            "@id(\"one\")\n@requires(\"1 of officer\")\npermit (principal, action, resource);\n";
    private static final String ALL = "@id(\"all\")\npermit (principal, action, resource);\n";
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path directory;

    private Town town;

    @BeforeEach
    void build() {
        town = new Town(directory);
        town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
        new RosterDesk(town.office).found(town.key("ada"), 1).orThrow();
    }

    private Outcome<?> change(String officer, RosterChange change) {
        return new RosterDesk(town.office).propose(town.key(officer), change);
    }

    private void lay(DutyRules rules) {
        change("ada", new RosterChange.SetDuties(rules)).orThrow();
    }

    private static DutyRules notAlone(NotAlone... who) {
        return new DutyRules(null, null, null, null, Set.of(), Set.of(who));
    }

    private void save(String officer, String policies) {
        new PolicyBook(town.office)
                .save(town.key(officer), new PolicyPack(policies, "{\"base\": {}, \"cases\": []}"))
                .orThrow();
    }

    private ExceptionRequest request(String officer, Duration length) {
        return town.requests
                .submit(town.key(officer), new RequestOrder(Town.BREAK_GLASS, length, "payment is down"))
                .orThrow();
    }

    private RequestState state(ExceptionRequest request) {
        return town.requests.find(request.id()).orElseThrow().state();
    }

    private static String words(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).words();
    }

    @Test
    void anOfficerGivesSoManyApprovalsADay() {
        lay(new DutyRules(2, null, null, null, Set.of(), Set.of()));
        town.approve(town.request().id(), "bo").orThrow();
        town.approve(request("cy", Town.QUARTER).id(), "bo").orThrow();
        ExceptionRequest third = town.request();
        Outcome<?> refused = town.approve(third.id(), "bo");
        assertRefused(refused, Refusal.DUTY);
        assertThat(words(refused)).contains("bo gave 2 approvals in the 24 h before, and the limit is 2");
        assertThat(state(third)).isEqualTo(RequestState.PENDING);
        // another officer does, and bo again when the day is over
        town.approve(third.id(), "cy").orThrow();
        town.clock.advance(DAY);
        town.read(Town.TEXT);
        town.approve(town.request().id(), "bo").orThrow();
    }

    @Test
    void andSoManyToOneRequester() {
        lay(new DutyRules(null, 1, null, null, Set.of(), Set.of()));
        town.approve(town.request().id(), "bo").orThrow();
        Outcome<?> refused = town.approve(town.request().id(), "bo");
        assertRefused(refused, Refusal.DUTY);
        assertThat(words(refused)).contains("bo gave one approval to ada");
        town.approve(request("cy", Town.QUARTER).id(), "bo").orThrow();
    }

    @Test
    void andWindowsOfSoLongTogether() {
        lay(new DutyRules(null, null, Duration.ofMinutes(30), null, Set.of(), Set.of()));
        town.approve(town.request().id(), "bo").orThrow();
        Outcome<?> refused =
                town.approve(request("cy", Duration.ofSeconds(15 * 60 + 1)).id(), "bo");
        assertRefused(refused, Refusal.DUTY);
        assertThat(words(refused)).contains("bo would have approved 30 min 1 s together within 24 h");
        town.approve(request("cy", Town.QUARTER).id(), "bo").orThrow();
    }

    @Test
    void limitsHoldForApprovalsThatComeAsFilesAndWhatCameFirstStandsAtIssue() {
        PolicyReach reach = (_, _) -> town.adds();
        lay(new DutyRules(1, null, null, null, Set.of(), Set.of()));
        ExceptionRequest first = town.request();
        ExceptionRequest second = town.request();
        Asking asking = new Asking(town.office, reach);
        Answering answering = new Answering(town.office, reach);
        SignedFile answer = answering
                .approve(
                        answering
                                .look(asking.ask(second.id(), town.key("ada")).orThrow())
                                .orThrow(),
                        town.key("bo"))
                .orThrow();
        town.approve(first.id(), "bo").orThrow();
        assertRefused(asking.take(answer), Refusal.DUTY);
        assertThat(town.issuing.issue(first.id(), "ada").orThrow().window().isOpen())
                .isTrue();
    }

    @Test
    void aLimitIsToldBeforeWhatThePoliciesSayAlsoOfFiles() {
        PolicyReach reach = (_, _) -> town.adds();
        lay(new DutyRules(1, null, null, null, Set.of(), Set.of()));
        ExceptionRequest asked = town.request();
        Asking asking = new Asking(town.office, reach);
        Answering answering = new Answering(town.office, reach);
        SignedFile answer = answering
                .approve(
                        answering
                                .look(asking.ask(asked.id(), town.key("ada")).orThrow())
                                .orThrow(),
                        town.key("bo"))
                .orThrow();
        town.approve(town.request().id(), "bo").orThrow();
        save("cy", "@id(\"closed\")\nforbid (principal, action, resource);\n");
        assertRefused(town.approve(asked.id(), "bo"), Refusal.DUTY);
        assertRefused(asking.take(answer), Refusal.DUTY);
    }

    @Test
    void whatTheRosterLaysDownAfterAnApprovalHoldsAtIssue() {
        own("Bo <bo@example.org>");
        ExceptionRequest request = town.approved();
        lay(notAlone(NotAlone.OWNER));
        Outcome<?> refused = town.issuing.issue(request.id(), "ada");
        assertRefused(refused, Refusal.NOT_APPROVED);
    }

    /// Says who owns what has the access.
    private void own(String owner) {
        Snapshot before = town.store.current();
        Provenance provenance = new Provenance("roles", "test", "{}");
        IdentityId holder = new IdentityId(Town.BAO, "role/payments");
        town.store.set(new SnapshotBuilder()
                .addAll(before.policies())
                .add(new Identity(
                        holder,
                        "openbao.role",
                        "payments",
                        new Ownership.Owned(owner, "tag owner"),
                        null,
                        new Usage.NotObserved("none"),
                        Map.of(),
                        provenance))
                .add(new Grant(holder, Town.BREAK_GLASS, GrantRole.IDENTITY, "", provenance))
                .cover(before.coverage())
                .build(before.number() + 1, town.clock.instant()));
    }

    @Test
    void whoOwnsItApprovesItBesideSomebodyElseOnly() {
        lay(notAlone(NotAlone.OWNER));
        own("Bo <bo@example.org>");
        ExceptionRequest request = town.request();
        town.approve(request.id(), "bo").orThrow();
        assertThat(state(request)).isEqualTo(RequestState.PENDING);
        assertThat(town.desk.review(request.id()).orThrow().judgement().words())
                .contains("bo owns what has this access, and does not approve it alone");
        town.approve(request.id(), "cy").orThrow();
        assertThat(state(request)).isEqualTo(RequestState.APPROVED);
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().isOpen())
                .isTrue();
    }

    @Test
    void whoseNameOnlyBeginsLikeTheOwnersOwnsNothing() {
        lay(notAlone(NotAlone.OWNER));
        own("bonnie@example.org, Bob");
        ExceptionRequest request = town.request();
        town.approve(request.id(), "bo").orThrow();
        assertThat(state(request)).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void whoChangedThePoliciesDoesNotAloneApproveWhatThatAllows() {
        lay(notAlone(NotAlone.CHANGER));
        save("cy", TWO);
        save("bo", ONE);
        ExceptionRequest request = town.request();
        town.approve(request.id(), "bo").orThrow();
        assertThat(state(request)).isEqualTo(RequestState.PENDING);
        assertThat(town.desk.review(request.id()).orThrow().judgement().words())
                .contains("bo saved version 2 of the policies, which allows it");
        // saving once more does not make it another's
        save("bo", ONE + "// the same\n");
        assertThat(town.desk.review(request.id()).orThrow().judgement().allows())
                .isFalse();
        town.approve(request.id(), "cy").orThrow();
        assertThat(state(request)).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void norAsksForItAlone() {
        lay(notAlone(NotAlone.CHANGER));
        save("cy", TWO);
        save("ada", ALL);
        ExceptionRequest own = town.request();
        assertThat(state(own)).isEqualTo(RequestState.PENDING);
        assertThat(state(request("cy", Town.QUARTER))).isEqualTo(RequestState.APPROVED);
        town.approve(own.id(), "bo").orThrow();
        assertThat(state(own)).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void whatWasAllowedBeforeTheChangeIsNotItsDoing() {
        lay(notAlone(NotAlone.CHANGER));
        save("cy", ONE);
        save("bo", ONE + "// words alone\n");
        ExceptionRequest request = town.request();
        town.approve(request.id(), "bo").orThrow();
        assertThat(state(request)).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void whomOneOfficerAloneBroughtInCountsAsThatOfficer() {
        save("cy", TWO);
        lay(notAlone(NotAlone.CHANGER));
        add("bo", "puppet");
        ExceptionRequest request = town.request();
        town.approve(request.id(), "bo").orThrow();
        Outcome<?> refused = town.approve(request.id(), "puppet");
        assertRefused(refused, Refusal.DUTY);
        assertThat(words(refused)).contains("bo alone made puppet an officer, so that both count as one");
        town.approve(request.id(), "cy").orThrow();
        assertThat(state(request)).isEqualTo(RequestState.APPROVED);
        // beside others they are an officer like any other
        ExceptionRequest other = town.request();
        town.approve(other.id(), "cy").orThrow();
        town.approve(other.id(), "puppet").orThrow();
        assertThat(state(other)).isEqualTo(RequestState.APPROVED);
        // and not on what whoever brought them in asks for
        assertRefused(town.approve(request("bo", Town.QUARTER).id(), "puppet"), Refusal.DUTY);
    }

    private void add(String signer, String name) {
        town.officers
                .propose(town.key(signer), name, name, Town.passphrase(name), Optional.empty(), List.of())
                .orThrow();
    }

    @Test
    void aRoleThatSomebodyWithAHandInItGaveIsNone() {
        save("cy", "@id(\"r\")\n@requires(\"1 of security\")\npermit (principal, action, resource);\n");
        change("ada", new RosterChange.Grant("bo", "security")).orThrow();
        lay(notAlone(NotAlone.CHANGER));
        ExceptionRequest own = town.request();
        town.approve(own.id(), "bo").orThrow();
        assertThat(state(own)).as("ada asks, and gave bo the role").isEqualTo(RequestState.PENDING);
        ExceptionRequest others = request("cy", Town.QUARTER);
        town.approve(others.id(), "bo").orThrow();
        assertThat(state(others)).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void nobodyHasBothRolesOfAPair() {
        change("ada", new RosterChange.Grant("bo", "trading")).orThrow();
        change("ada", new RosterChange.Grant("bo", "treasury")).orThrow();
        DutyRules apart = new DutyRules(
                null, null, null, null, Set.of(RolePair.parse("treasury:trading")), EnumSet.noneOf(NotAlone.class));
        assertRefused(change("ada", new RosterChange.SetDuties(apart)), Refusal.ROLES_APART);
        change("ada", new RosterChange.Take("bo", "treasury")).orThrow();
        lay(apart);
        Outcome<?> refused = change("ada", new RosterChange.Grant("bo", "treasury"));
        assertRefused(refused, Refusal.ROLES_APART);
        assertThat(words(refused)).contains("bo would have both the roles trading and treasury");
        Officer di = new Officer("di", "Di", town.keys.make("di", Town.passphrase("di")), town.clock.instant());
        assertRefused(
                change("ada", new RosterChange.Add(Member.of(di, List.of("trading", "treasury")))),
                Refusal.ROLES_APART);
        change("ada", new RosterChange.Add(Member.of(di, List.of("treasury")))).orThrow();
    }

    @Test
    void withoutRulesNothingIsCountedNorObjectedTo() {
        ExceptionRequest request = town.request();
        town.approve(request.id(), "bo").orThrow();
        assertThat(town.events()).doesNotContain(Tally.COUNTED);
        lay(new DutyRules(5, null, null, null, Set.of(), Set.of()));
        assertRefused(
                change("ada", new RosterChange.SetDuties(new DutyRules(5, null, null, null, Set.of(), Set.of()))),
                Refusal.ROSTER_SAME);
        town.approve(town.request().id(), "bo").orThrow();
        assertThat(town.events()).contains(Tally.COUNTED);
    }
}
