package dev.curfew.governance;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.request.RequestLimits;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every state against everything that can be asked of a request: where it leads, or how it is refused.
class StateMachineTest {
    private static final RequestOrder ORDER = new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "payment is down");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "DRAFTED,  submit,  PENDING",
        "DRAFTED,  discard, WITHDRAWN",
        "DRAFTED,  change,  DRAFTED",
        "DRAFTED,  approve, ILLEGAL_STATE",
        "DRAFTED,  deny,    ILLEGAL_STATE",
        "DRAFTED,  issue,   ILLEGAL_STATE",
        "DRAFTED,  end,     UNKNOWN_WINDOW",
        "DRAFTED,  withdraw, ILLEGAL_STATE",
        "DRAFTED,  wait,    DRAFTED",
        "PENDING,  submit,  ILLEGAL_STATE",
        "APPROVED, change,  ILLEGAL_STATE",
        "ACTIVE,   discard, ILLEGAL_STATE",
        "ENDED,    submit,  ILLEGAL_STATE",
        "WITHDRAWN, discard, ILLEGAL_STATE",
        "PENDING,  approve, APPROVED",
        "PENDING,  deny,    DENIED",
        "PENDING,  issue,   ILLEGAL_STATE",
        "PENDING,  end,     UNKNOWN_WINDOW",
        "APPROVED, approve, ILLEGAL_STATE",
        "APPROVED, deny,    DENIED",
        "APPROVED, issue,   ACTIVE",
        "APPROVED, end,     UNKNOWN_WINDOW",
        "ACTIVE,   approve, ILLEGAL_STATE",
        "ACTIVE,   deny,    ILLEGAL_STATE",
        "ACTIVE,   issue,   ILLEGAL_STATE",
        "ACTIVE,   end,     ENDED",
        "ACTIVE,   expire,  ENDED",
        "DENIED,   approve, ILLEGAL_STATE",
        "DENIED,   deny,    ILLEGAL_STATE",
        "DENIED,   issue,   ILLEGAL_STATE",
        "DENIED,   end,     UNKNOWN_WINDOW",
        "ENDED,    approve, ILLEGAL_STATE",
        "ENDED,    deny,    ILLEGAL_STATE",
        "ENDED,    issue,   ILLEGAL_STATE",
        "ENDED,    end,     ILLEGAL_STATE",
        "ENDED,    expire,  ENDED",
        "PENDING,   withdraw, WITHDRAWN",
        "PENDING,   wait,     TIMED_OUT",
        "APPROVED,  withdraw, WITHDRAWN",
        "APPROVED,  wait,     TIMED_OUT",
        "ACTIVE,    withdraw, ILLEGAL_STATE",
        "ACTIVE,    wait,     ACTIVE",
        "DENIED,    withdraw, ILLEGAL_STATE",
        "DENIED,    wait,     DENIED",
        "ENDED,     withdraw, ILLEGAL_STATE",
        "ENDED,     wait,     ENDED",
        "WITHDRAWN, approve,  ILLEGAL_STATE",
        "WITHDRAWN, deny,     ILLEGAL_STATE",
        "WITHDRAWN, issue,    ILLEGAL_STATE",
        "WITHDRAWN, end,      UNKNOWN_WINDOW",
        "WITHDRAWN, withdraw, ILLEGAL_STATE",
        "WITHDRAWN, wait,     WITHDRAWN",
        "TIMED_OUT, approve,  ILLEGAL_STATE",
        "TIMED_OUT, deny,     ILLEGAL_STATE",
        "TIMED_OUT, issue,    ILLEGAL_STATE",
        "TIMED_OUT, end,      UNKNOWN_WINDOW",
        "TIMED_OUT, withdraw, ILLEGAL_STATE",
        "TIMED_OUT, wait,     TIMED_OUT",
    })
    void leadsWhereTheTableSays(RequestState from, String asked, String expected) throws InterruptedException {
        Town town = new Town(directory);
        ExceptionRequest request = from == RequestState.DRAFTED
                ? town.drafts.keep(town.key("ada"), ORDER).orThrow()
                : town.request();
        bring(town, request.id(), from);
        int entries = town.ledger().size();
        Outcome<?> outcome = ask(town, request.id(), asked);
        RequestState now = town.requests.find(request.id()).orElseThrow().state();
        if (outcome instanceof Outcome.Refused) {
            assertRefused(outcome, Refusal.valueOf(expected));
            assertThat(now).isEqualTo(from);
            assertThat(town.ledger()).hasSize(entries);
        } else {
            assertThat(now).isEqualTo(RequestState.valueOf(expected));
        }
    }

    private static void bring(Town town, String id, RequestState state) throws InterruptedException {
        switch (state) {
            case DRAFTED, PENDING -> {}
            case APPROVED -> town.approve(id, "bo").orThrow();
            case DENIED -> town.deny(id, "bo").orThrow();
            case ACTIVE -> {
                bring(town, id, RequestState.APPROVED);
                town.issuing.issue(id, "ada").orThrow().value().close();
            }
            case WITHDRAWN -> town.ends.withdraw(id, town.key("ada"), "").orThrow();
            case TIMED_OUT -> {
                town.clock.advance(RequestLimits.DEFAULT.unissuedMax());
                assertThat(town.ends.due()).hasSize(1);
            }
            case ENDED -> {
                bring(town, id, RequestState.ACTIVE);
                town.windows.endEarly(id, "ada").orThrow();
            }
        }
    }

    private static Outcome<?> ask(Town town, String id, String asked) throws InterruptedException {
        return switch (asked) {
            case "submit" -> town.drafts.submit(town.key("ada"), id);
            case "change" -> town.drafts.change(town.key("ada"), id, ORDER);
            case "discard" -> town.drafts.discard(town.key("ada"), id);
            case "approve" -> town.approve(id, "bo");
            case "deny" -> town.deny(id, "bo");
            case "issue" -> town.issuing.issue(id, "ada");
            case "end" -> town.windows.endEarly(id, "ada");
            case "withdraw" -> town.ends.withdraw(id, town.key("ada"), "not needed");
            case "wait" -> {
                town.clock.advance(RequestLimits.DEFAULT.unissuedMax());
                yield Outcome.done(town.ends.due());
            }
            case "expire" -> {
                town.clock.advance(Duration.ofHours(1));
                yield Outcome.done(town.windows.due());
            }
            default -> throw new IllegalArgumentException(asked);
        };
    }
}
