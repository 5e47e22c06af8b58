package dev.curfew.governance.request;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.Sha256;
import dev.curfew.testbed.memory.PlainPassphrases;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {
    @TempDir
    private Path directory;

    private Town town;

    @BeforeEach
    void build() {
        town = new Town(directory);
    }

    @Test
    void aRequestNamesTheTextTheReachAndTheSnapshotItWasMadeOn() {
        ExceptionRequest request = town.requests
                .submit(town.key("ada"), new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "  payment is down "))
                .orThrow();
        assertThat(request.id()).matches("r-[0-9a-hjkmnp-tv-z]{5}");
        assertThat(request)
                .isEqualTo(new ExceptionRequest(
                        request.id(),
                        "ada",
                        Town.BREAK_GLASS,
                        Sha256.hex(Town.TEXT),
                        Town.QUARTER,
                        "payment is down",
                        Map.of(),
                        request.addsReach(),
                        1,
                        request.nonce(),
                        Town.START,
                        RequestState.PENDING));
        assertThat(request.addsReach()).contains("\"total\":1", "\"mint\":\"CANNOT\"", "\"byHow\":{\"READS\":1}");
        assertThat(town.requests.find(request.id())).contains(request);
        assertThat(town.events()).containsExactly("request.submitted");
        assertThat(town.ledger().getLast().event().subjectHash()).isEqualTo(Sha256.ofJson(request.toJson()));
    }

    @ParameterizedTest
    @CsvSource({"PT59S,TOO_SHORT", "PT8H1S,TOO_LONG", "PT-1M,TOO_SHORT"})
    void aDurationOutsideTheCeilingsIsRefused(Duration duration, Refusal refusal) {
        assertRefused(
                town.requests.submit(town.key("ada"), new RequestOrder(Town.BREAK_GLASS, duration, "why")), refusal);
        assertThat(town.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT1M", "PT8H"})
    void theCeilingsThemselvesAreAllowed(Duration duration) {
        town.connect(Map.of("environment", "test"));
        assertThat(town.requests
                        .submit(town.key("ada"), new RequestOrder(Town.BREAK_GLASS, duration, "why"))
                        .orThrow()
                        .duration())
                .isEqualTo(duration);
    }

    @Test
    void whereNobodySaysWhatASourceIsForProductionsCeilingHolds() {
        Duration productions = Duration.ofHours(4);
        assertThat(town.requests
                        .submit(town.key("ada"), new RequestOrder(Town.BREAK_GLASS, productions, "why"))
                        .orThrow()
                        .duration())
                .isEqualTo(productions);
        assertRefused(
                town.requests.submit(
                        town.key("ada"), new RequestOrder(Town.BREAK_GLASS, productions.plusSeconds(1), "why")),
                Refusal.POLICY_REFUSES);
    }

    @Test
    void aReasonIsNeeded() {
        assertRefused(
                town.requests.submit(town.key("ada"), new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, " ")),
                Refusal.NO_REASON);
    }

    @Test
    void aPolicyThatTheSnapshotDoesNotHoldIsRefused() {
        assertRefused(
                town.requests.submit(
                        town.key("ada"), new RequestOrder(new PolicyId(Town.BAO, "policy/other"), Town.QUARTER, "why")),
                Refusal.UNKNOWN_POLICY);
    }

    @Test
    void aKeyOfThatNameFromElsewhereIsNotTheOfficers() {
        OfficerKeys elsewhere =
                new OfficerKeys(directory.resolve("elsewhere"), new PlainPassphrases(), new SecureRandom(), town.clock);
        elsewhere.make("ada", Town.passphrase("ada"));
        OfficerKey key = elsewhere.unlock("ada", Town.passphrase("ada"));
        assertRefused(
                town.requests.submit(key, new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "why")), Refusal.WRONG_KEY);
    }

    @Test
    void aStrangerWithAKeyIsNotAnOfficer() {
        OfficerKeys elsewhere =
                new OfficerKeys(directory.resolve("elsewhere"), new PlainPassphrases(), new SecureRandom(), town.clock);
        elsewhere.make("mallory", Town.passphrase("mallory"));
        OfficerKey key = elsewhere.unlock("mallory", Town.passphrase("mallory"));
        assertRefused(
                town.requests.submit(key, new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "why")),
                Refusal.NOT_AN_OFFICER);
    }

    @Test
    void noTwoRequestsSignAlike() {
        ExceptionRequest one = town.request();
        ExceptionRequest other = town.request();
        assertThat(one.nonce()).isNotEqualTo(other.nonce());
        assertThat(one.id()).isNotEqualTo(other.id());
    }
}
