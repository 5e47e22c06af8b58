package dev.curfew.governance.signin;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.exchange.Answering;
import dev.curfew.governance.exchange.Asking;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.roster.RosterDesk;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.governance.roster.chain.SignInProvider;
import dev.curfew.governance.roster.chain.SignInSubject;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Approvals that policies want from who signed in at most a quarter of an hour before.
class SignInBookTest {
    private static final URI ISSUER = URI.create("https://id.example.com/staff");
    private static final SignInSubject BO = new SignInSubject(ISSUER.toString(), "5f0c4b1e");
    private static final String POLICY = """
            @id("one-who-signed-in")
            @requires("1 of officer signed in within 15 min")
            permit (principal, action, resource);
            """;

    @TempDir
    private Path directory;

    private Town town;
    private ExceptionRequest request;

    @BeforeEach
    void build() {
        town = new Town(directory);
        town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
        roster().found(town.key("ada"), 1).orThrow();
        change(new RosterChange.SignInBy(new SignInProvider(ISSUER, "curfew", "", false)));
        change(new RosterChange.Bind("bo", BO));
        new PolicyBook(town.office)
                .save(town.key("cy"), new PolicyPack(POLICY, "{\"base\": {}, \"cases\": []}"))
                .orThrow();
        request = town.request();
    }

    private RosterDesk roster() {
        return new RosterDesk(town.office);
    }

    private void change(RosterChange change) {
        assertThat(roster().propose(town.key("ada"), change).orThrow().inForce())
                .isTrue();
    }

    private Outcome<SignIn> signIn(String officer, SignInSubject subject, Duration before) {
        return new SignInBook(town.office)
                .enter(town.key(officer), subject, town.clock.instant().minus(before), SignIn.How.BROWSER);
    }

    private RequestState state() {
        return town.requests.find(request.id()).orElseThrow().state();
    }

    @Test
    void withoutASignInNothingIsEnteredAndTheWordsSayWhatToDo() {
        Outcome<?> refused = town.approve(request.id(), "bo");
        assertRefused(refused, Refusal.SIGN_IN_NEEDED);
        assertThat(((Outcome.Refused<?>) refused).words())
                .contains("15 min")
                .contains("curfew officer sign-in --officer bo");
        assertThat(state()).isEqualTo(RequestState.PENDING);
        assertThat(town.events()).doesNotContain("request.approved");
    }

    @Test
    void aFreshOneIsCarriedNamedInTheLedgerAndHoldsAtIssue() {
        signIn("bo", BO, Duration.ofMinutes(14)).orThrow();
        town.approve(request.id(), "bo").orThrow();
        assertThat(state()).isEqualTo(RequestState.APPROVED);
        assertThat(town.ledger().getLast().event().details().get("signIn"))
                .isEqualTo(Map.of(
                        "issuer",
                        ISSUER.toString(),
                        "subject",
                        "5f0c4b1e",
                        "authTime",
                        town.clock.instant().minus(Duration.ofMinutes(14)).toString()));

        // the sign-in counts as it was when it was signed with, like the signature
        town.clock.advance(Duration.ofHours(1));
        town.read(Town.TEXT);
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().isOpen())
                .isTrue();
    }

    @Test
    void anOldOneIsNot() {
        signIn("bo", BO, Duration.ofMinutes(14)).orThrow();
        town.clock.advance(Duration.ofSeconds(61));
        assertRefused(town.approve(request.id(), "bo"), Refusal.SIGN_IN_NEEDED);
    }

    @Test
    void whoseSignatureCountsForSomethingElseNeedNotSignIn() {
        change(new RosterChange.Grant("bo", "security"));
        new PolicyBook(town.office)
                .save(town.key("cy"), new PolicyPack(POLICY + """
                        @id("security-too")
                        @requires("1 of security")
                        forbid (principal, action, resource);
                        """, "{\"base\": {}, \"cases\": []}"))
                .orThrow();
        assertRefused(town.approve(request.id(), "cy"), Refusal.SIGN_IN_NEEDED);
        town.approve(request.id(), "bo").orThrow();
        assertThat(state()).isEqualTo(RequestState.PENDING);
        assertThat(town.desk.review(request.id()).orThrow().judgement().words()).contains("15 min");
    }

    @Test
    void whoSignedOutCarriesNoneAndWhatTheySignedBeforeStays() {
        SignInBook book = new SignInBook(town.office);
        assertThat(book.leave("bo").orThrow()).isEmpty();
        SignIn made = signIn("bo", BO, Duration.ZERO).orThrow();
        assertThat(book.standing().orThrow()).containsExactly(made);
        assertThat(new SignInBook(town.onAnotherMachine(directory).office)
                        .standing()
                        .orThrow())
                .isEmpty();
        town.approve(request.id(), "bo").orThrow();

        assertThat(book.leave("bo").orThrow()).contains(made);
        assertThat(book.standing().orThrow()).isEmpty();
        ExceptionRequest another = town.request();
        assertRefused(town.approve(another.id(), "bo"), Refusal.SIGN_IN_NEEDED);
        town.read(Town.TEXT);
        assertThat(town.issuing.issue(request.id(), "ada").orThrow().window().isOpen())
                .isTrue();

        signIn("bo", BO, Duration.ZERO).orThrow();
        town.approve(another.id(), "bo").orThrow();
    }

    @Test
    void aCopyOfASignInThatSomebodyEntersDoesNotBringItBack() {
        SignInBook book = new SignInBook(town.office);
        signIn("bo", BO, Duration.ZERO).orThrow();
        AuditEvent made = town.ledger().getLast().event();
        book.leave("bo").orThrow();
        town.unitOfWork.run(transaction -> town.auditLog.append(transaction, made));

        assertThat(book.standing().orThrow()).isEmpty();
        assertRefused(town.approve(request.id(), "bo"), Refusal.SIGN_IN_NEEDED);
    }

    @Test
    void nobodySignsInAsSomebodyElse() {
        assertRefused(signIn("cy", new SignInSubject(ISSUER.toString(), "cy"), Duration.ZERO), Refusal.NOT_BOUND);
        assertRefused(
                signIn("bo", new SignInSubject(ISSUER.toString(), "5f0c4b1f"), Duration.ZERO), Refusal.OTHER_SUBJECT);
        // the same subject of another issuer is another person
        assertRefused(
                signIn("bo", new SignInSubject("https://id.example.com/guests", "5f0c4b1e"), Duration.ZERO),
                Refusal.NO_SIGN_IN);
        signIn("bo", BO, Duration.ZERO).orThrow();
        assertRefused(town.approve(request.id(), "cy"), Refusal.SIGN_IN_NEEDED);
    }

    @Test
    void nobodyIsTwoOfficers() {
        assertRefused(roster().propose(town.key("ada"), new RosterChange.Bind("cy", BO)), Refusal.SUBJECT_TAKEN);
        assertRefused(roster().propose(town.key("ada"), new RosterChange.Bind("bo", BO)), Refusal.ROSTER_SAME);
        assertRefused(
                roster().propose(town.key("ada"), new RosterChange.Bind("cy", new SignInSubject("https://x", "y"))),
                Refusal.NO_SIGN_IN);
    }

    @Test
    void whatTheRosterTakesBackTakesApprovalsWithIt() {
        signIn("bo", BO, Duration.ZERO).orThrow();
        town.approve(request.id(), "bo").orThrow();
        change(new RosterChange.Bind("bo", new SignInSubject(ISSUER.toString(), "bos-new-account")));
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.NOT_APPROVED);
        // and with another issuer nobody has signed in
        change(new RosterChange.Bind("bo", BO));
        change(new RosterChange.SignInBy(
                new SignInProvider(URI.create("https://id.example.org"), "curfew", "", false)));
        assertRefused(town.issuing.issue(request.id(), "ada"), Refusal.NOT_APPROVED);
    }

    @Test
    void aSignInServesTheMachineThatVerifiedIt() {
        Town other = town.onAnotherMachine(directory);
        signIn("bo", BO, Duration.ZERO).orThrow();
        assertRefused(other.approve(request.id(), "bo"), Refusal.SIGN_IN_NEEDED);
    }

    @Test
    void anApprovalThatComesAsAFileCarriesNone() {
        PolicyReach reach = (_, _) -> town.adds();
        signIn("bo", BO, Duration.ZERO).orThrow();
        Asking asking = new Asking(town.office, reach);
        SignedFile question = asking.ask(request.id(), town.key("ada")).orThrow();
        // on the same machine even: a file says itself where it was signed
        Answering answering = new Answering(town.office, reach);
        SignedFile answer = answering
                .approve(answering.look(question).orThrow(), town.key("bo"))
                .orThrow();
        assertRefused(asking.take(answer), Refusal.SIGN_IN_NEEDED);
    }

    @Test
    void whatSomebodyWroteIntoTheLedgerIsNone() {
        SignIn made = new SignIn(
                "bo",
                BO,
                town.clock.instant(),
                SignIn.How.BROWSER,
                town.office.device().id(),
                "0".repeat(32),
                town.clock.instant());
        enter(made, town.key("cy").sign(made.text()));
        assertRefused(town.approve(request.id(), "bo"), Refusal.SIGN_IN_NEEDED);
        // the real one, dated anew
        signIn("bo", BO, Duration.ofHours(1)).orThrow();
        LedgerEntry entry = town.ledger().getLast();
        enter(made, String.valueOf(entry.event().details().get("signature")));
        assertRefused(town.approve(request.id(), "bo"), Refusal.SIGN_IN_NEEDED);
        // near miss: with bo's own key it is one
        enter(made, town.key("bo").sign(made.text()));
        town.approve(request.id(), "bo").orThrow();
    }

    private void enter(SignIn signIn, String signature) {
        Map<String, Object> details = new HashMap<>();
        details.put("statement", signIn.text());
        details.put("signature", signature);
        town.unitOfWork.run(transaction -> town.auditLog.append(
                transaction, new AuditEvent(SignInBook.SIGNED_IN, signIn.at(), "bo", SignInBook.name("bo"), details)));
    }
}
