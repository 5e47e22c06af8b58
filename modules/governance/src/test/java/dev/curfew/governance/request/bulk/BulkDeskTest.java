package dev.curfew.governance.request.bulk;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.duty.DutyRules;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.reach.Minting;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.governance.roster.RosterDesk;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BulkDeskTest {
    private static final PolicyPack ALL = new PolicyPack(
            "@id(\"one\")\n@requires(\"1 of officer\")\npermit (principal, action, resource);",
            "{\"base\":{},\"cases\":[]}");

    @TempDir
    private Path directory;

    private Town town;
    private BulkDesk bulk;

    @BeforeEach
    void build() {
        town = new Town(directory);
        town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
        bulk = new BulkDesk(town.office, town.desk);
    }

    private ExceptionRequest request(String officer, Duration length, String purpose, Map<String, String> claims) {
        return town.requests
                .submit(town.key(officer), new RequestOrder(Town.BREAK_GLASS, length, purpose, claims))
                .orThrow();
    }

    private Alike alike(ExceptionRequest model) {
        return bulk.alike(model.id()).orThrow();
    }

    private static List<String> ids(Alike alike) {
        return alike.reviews().stream().map(review -> review.request().id()).toList();
    }

    private List<Decided> approve(Alike shown) {
        List<Decided> decided = new ArrayList<>();
        bulk.approve(shown, town.key("bo"), "", decided::add);
        return decided;
    }

    private RequestState state(ExceptionRequest request) {
        return town.requests.find(request.id()).orElseThrow().state();
    }

    @Test
    void eachHasASignatureAndAnEntryOfItsOwn() {
        List<ExceptionRequest> three = List.of(town.request(), town.request(), town.request());

        List<Decided> decided = approve(alike(three.getFirst()));

        assertThat(decided).hasSize(3).allMatch(Signed.class::isInstance);
        assertThat(decided.stream()
                        .map(one -> ((Signed) one).receipt().ledgerIndex())
                        .distinct())
                .hasSize(3);
        assertThat(town.ledger().stream().filter(entry -> entry.event().type().equals("request.approved")))
                .extracting(entry -> entry.event().details().get("signature"))
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(three).allMatch(request -> state(request) == RequestState.APPROVED);
        assertThat(town.issuing
                        .issue(three.getLast().id(), "ada")
                        .orThrow()
                        .window()
                        .isOpen())
                .isTrue();
    }

    @Test
    void ofOneShapeIsWhatIsTheSameInAllButItsNumberItsTimeAndItsTicket() {
        Random random = new Random(7);
        List<ExceptionRequest> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(request(
                    random.nextBoolean() ? "ada" : "cy",
                    random.nextBoolean() ? Town.QUARTER : Duration.ofMinutes(16),
                    random.nextBoolean() ? "payment is down" : "payment is down.",
                    random.nextBoolean()
                            ? Map.of("ticket", "OPS-" + i)
                            : Map.of("ticket", "OPS-" + i, "destination", "eu")));
            town.clock.advance(Duration.ofSeconds(1));
        }
        for (ExceptionRequest model : all) {
            assertThat(ids(alike(model)))
                    .containsExactlyElementsOf(all.stream()
                            .filter(one -> one.requester().equals(model.requester())
                                    && one.duration().equals(model.duration())
                                    && one.reason().equals(model.reason())
                                    && one.claims().containsKey("destination")
                                            == model.claims().containsKey("destination"))
                            .map(ExceptionRequest::id)
                            .toList());
        }
    }

    @Test
    void theShapeAndWhatEachHasOfItsOwnAreSaid() {
        ExceptionRequest one = request("ada", Town.QUARTER, "deploy", Map.of("ticket", "OPS-1", "destination", "eu"));
        request("ada", Town.QUARTER, "deploy", Map.of("ticket", "OPS-2", "destination", "eu"));
        town.connect(Map.of("environment", "staging"));

        Alike alike = alike(one);

        assertThat(alike.reviews()).hasSize(2);
        assertThat(alike.shape().words())
                .contains(
                        "asked by ada",
                        "access to: openbao:policy/break-glass",
                        "text " + one.policyTextHash(),
                        "environment staging",
                        "for 15 min",
                        "purpose: deploy",
                        "destination eu");
        assertThat(Shape.own(one)).containsExactly("asked 2026-11-22T03:00:00Z", "ticket OPS-1");
    }

    @Test
    void whatGetsAnotherAnswerIsSetAside() {
        town.connect(Map.of("environment", "production"));
        ExceptionRequest one = town.request();
        ExceptionRequest half = town.request();
        town.approve(half.id(), "cy").orThrow();

        Alike alike = alike(one);

        assertThat(ids(alike)).containsExactly(one.id());
        assertThat(alike.aside()).hasSize(1);
        assertThat(alike.aside().getFirst().request()).isEqualTo(half);
        assertThat(alike.aside().getFirst().why()).contains("The policies answer it otherwise");
    }

    @Test
    void whatWouldAddSomethingElseThanWasSaidIsSetAside() {
        ExceptionRequest before = town.request();
        town.minting = new Minting(Minting.Answer.CAN, "auth/token/create");
        ExceptionRequest after = town.request();

        Alike alike = alike(after);

        assertThat(ids(alike)).containsExactly(after.id());
        assertThat(alike.aside()).extracting(Left::request).containsExactly(before);
        assertThat(alike.aside().getFirst().why()).contains("What it would add");
    }

    @Test
    void aRowThatNobodyAskedForIsSetAside() {
        ExceptionRequest real = town.request();
        save(copy(real, "r-00000"));

        Alike alike = alike(real);

        assertThat(ids(alike)).containsExactly(real.id());
        assertThat(alike.aside()).extracting(left -> left.request().id()).containsExactly("r-00000");
    }

    @Test
    void whatIsDecidedIsNoModel() {
        assertRefused(bulk.alike(town.approved().id()), Refusal.ILLEGAL_STATE);
    }

    /// What becomes of the second of three requests between the listing and the signature.
    record Change(String name, BiConsumer<Town, ExceptionRequest> work) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Change> changes() {
        return List.of(
                new Change("denied", (town, it) -> town.deny(it.id(), "cy").orThrow()),
                new Change(
                        "withdrawn",
                        (town, it) ->
                                town.ends.withdraw(it.id(), town.key("ada"), "").orThrow()),
                new Change(
                        "signed by another",
                        (town, it) -> town.approve(it.id(), "cy").orThrow()),
                new Change(
                        "made longer",
                        (town, it) -> town.unitOfWork.run(transaction -> {
                            transaction.requests().save(longer(it));
                            return it;
                        })),
                new Change(
                        "taken out",
                        (town, it) -> town.unitOfWork.run(transaction -> {
                            transaction.requests().remove(it.id());
                            return it;
                        })));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatChangedSinceItWasShownIsLeftAndTheOthersAreSigned(Change change) {
        List<ExceptionRequest> three = List.of(town.request(), town.request(), town.request());
        Alike shown = alike(three.getFirst());
        assertThat(shown.reviews()).hasSize(3);
        change.work().accept(town, three.get(1));

        List<Decided> decided = approve(shown);

        assertThat(decided.get(0)).isInstanceOf(Signed.class);
        assertThat(decided.get(1)).isInstanceOf(Left.class);
        assertThat(decided.get(2)).isInstanceOf(Signed.class);
        assertThat(town.ledger().stream()
                        .filter(entry -> entry.event().type().equals("request.approved")
                                && entry.event().actor().equals("bo")))
                .hasSize(2);
    }

    static List<Change> changesOfAll() {
        return List.of(
                new Change(
                        "other policies",
                        (town, _) -> new PolicyBook(town.office)
                                .save(town.key("cy"), ALL)
                                .orThrow()),
                new Change(
                        "more reach", (town, _) -> town.minting = new Minting(Minting.Answer.CAN, "auth/token/create")),
                new Change("another text", (town, _) -> town.publish("path \"*\" { capabilities = [\"sudo\"] }")));
    }

    @ParameterizedTest
    @MethodSource("changesOfAll")
    void whereAllHasChangedNothingIsSigned(Change change) {
        ExceptionRequest one = town.request();
        town.request();
        Alike shown = alike(one);
        change.work().accept(town, one);

        assertThat(approve(shown)).hasSize(2).allMatch(Left.class::isInstance);
        assertThat(town.events()).doesNotContain("request.approved");
    }

    @Test
    void eachIsWeighedByItselfSoThatALimitStopsAtIt() {
        new RosterDesk(town.office).found(town.key("ada"), 1).orThrow();
        new RosterDesk(town.office)
                .propose(
                        town.key("ada"),
                        new RosterChange.SetDuties(new DutyRules(2, null, null, null, Set.of(), Set.of())))
                .orThrow();
        List<ExceptionRequest> three = List.of(town.request(), town.request(), town.request());

        List<Decided> decided = approve(alike(three.getFirst()));

        assertThat(decided).filteredOn(Signed.class::isInstance).hasSize(2);
        assertThat(decided.getLast())
                .isInstanceOfSatisfying(
                        Left.class,
                        left -> assertThat(left.why())
                                .contains("bo gave 2 approvals in the 24 h before, and the limit is 2"));
        assertThat(state(decided.getLast().request())).isEqualTo(RequestState.PENDING);
    }

    @Test
    void whereTheKeyLocksItselfOnTheWayItIsToldWhatWasSigned() {
        List<ExceptionRequest> three = List.of(town.request(), town.request(), town.request());
        List<Decided> decided = new ArrayList<>();

        bulk.approve(alike(three.getFirst()), town.key("bo"), "", one -> {
            decided.add(one);
            town.clock.advance(OfficerKey.UNLOCKED_FOR.plusSeconds(1));
        });

        assertThat(decided.getFirst()).isInstanceOf(Signed.class);
        assertThat(decided.subList(1, 3))
                .allSatisfy(one -> assertThat(one)
                        .isInstanceOfSatisfying(
                                Left.class, left -> assertThat(left.why()).contains("locked itself")));
        assertThat(town.ledger().stream().filter(entry -> entry.event().type().equals("request.approved")))
                .hasSize(1);
    }

    @Test
    void nobodyApprovesTheirOwnTogetherEither() {
        ExceptionRequest own = request("bo", Town.QUARTER, "mine", Map.of());
        request("bo", Town.QUARTER, "mine", Map.of());

        assertThat(approve(alike(own))).hasSize(2).allMatch(Left.class::isInstance);
    }

    @Test
    void onlyThoseThatArePicked() {
        ExceptionRequest one = town.request();
        ExceptionRequest other = town.request();

        assertThat(approve(alike(one).only(Set.of(other.id())))).hasSize(1);
        assertThat(state(one)).isEqualTo(RequestState.PENDING);
        assertThat(state(other)).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void theyAreDeniedTogetherWithOneReason() {
        ExceptionRequest one = town.request();
        ExceptionRequest other = town.request();
        List<Decided> decided = new ArrayList<>();

        bulk.deny(alike(one), town.key("bo"), "use the normal path", decided::add);

        assertThat(decided).hasSize(2).allMatch(Signed.class::isInstance);
        assertThat(List.of(one, other)).allMatch(request -> state(request) == RequestState.DENIED);
    }

    private void save(ExceptionRequest request) {
        town.unitOfWork.run(transaction -> {
            transaction.requests().save(request);
            return request;
        });
    }

    private static ExceptionRequest copy(ExceptionRequest it, String id) {
        return edited(it, id, it.duration());
    }

    private static ExceptionRequest longer(ExceptionRequest it) {
        return edited(it, it.id(), Duration.ofHours(8));
    }

    private static ExceptionRequest edited(ExceptionRequest it, String id, Duration duration) {
        return new ExceptionRequest(
                id,
                it.requester(),
                it.policy(),
                it.policyTextHash(),
                duration,
                it.reason(),
                it.claims(),
                it.addsReach(),
                it.snapshotNumber(),
                it.nonce(),
                it.requestedAt(),
                it.state());
    }
}
