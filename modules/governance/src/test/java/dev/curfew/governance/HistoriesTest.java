package dev.curfew.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.request.RequestOrder;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.memory.CrashException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is asked in whatever order, with crashes at any commit and a target that fails: what must hold, holds.
class HistoriesTest {
    /// `-Dcurfew.histories=2000` is what is run before a release; fewer where others wait for the machine.
    private static final int HISTORIES = Integer.getInteger("curfew.histories", 300);
    private static final int STEPS = 30;
    private static final List<SourceException.Kind> FAILURES = List.of(SourceException.Kind.values());

    @TempDir
    private Path directory;

    @Test
    void noHistoryLeavesAccessThatNobodyKnowsOf() throws InterruptedException {
        Set<String> seen = new HashSet<>();
        for (int seed = Integer.getInteger("curfew.histories.from", 0); seed < HISTORIES; seed++) {
            Town town = new Town(directory.resolve("seed-" + seed));
            Random random = new Random(seed);
            Lives lives = new Lives();
            for (int step = 0; step < STEPS; step++) {
                disturb(town, random);
                try {
                    act(town, random);
                } catch (CrashException e) {
                    // The process starts again and goes on.
                }
                town.unitOfWork.crashNoMore();
                assertHolds(town, "seed " + seed + ", step " + step);
                lives.observe(town, "seed " + seed + ", step " + step);
            }
            assertLedgerHolds(town, "seed " + seed);
            lives.end(town, "seed " + seed);
            seen.addAll(town.events());
            town.ledger()
                    .forEach(entry ->
                            seen.add(String.valueOf(entry.event().details().get("how"))));
        }
        assertThat(seen)
                .as("the histories went everywhere")
                .contains(
                        "request.approved",
                        "request.denied",
                        "request.withdrawn",
                        "request.timed-out",
                        "window.opened",
                        "window.closed",
                        "not-issued",
                        "taken-back",
                        "nothing-found",
                        "time-over");
    }

    private static void disturb(Town town, Random random) {
        // Now and then the machine slept, or its clock was set back.
        town.clock.advance(
                switch (random.nextInt(20)) {
                    case 0 -> Duration.ofHours(random.nextInt(100));
                    case 1 -> Duration.ofMinutes(-random.nextInt(30));
                    default -> Duration.ofMinutes(random.nextInt(4));
                });
        town.source.answerActs(
                random.nextInt(10) == 0 ? new ActionOutcome.Uncertain(town.clock.instant(), "timeout") : null);
        town.source.failIssue(
                random.nextInt(10) == 0
                        ? new SourceException(FAILURES.get(random.nextInt(FAILURES.size())), "failed")
                        : null);
        switch (random.nextInt(6)) {
            case 0 -> town.unitOfWork.crashBefore(1 + random.nextInt(2));
            case 1 -> town.unitOfWork.crashAfter(1 + random.nextInt(2));
            default -> {}
        }
    }

    private static void act(Town town, Random random) throws InterruptedException {
        String officer = random.nextBoolean() ? "ada" : "bo";
        String id = anyRequest(town, random);
        switch (random.nextInt(11)) {
            case 0 -> town.requests.submit(town.key(officer), new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "why"));
            case 1, 2 -> town.approve(id, officer);
            case 3 -> {
                if (random.nextInt(3) == 0) {
                    town.deny(id, officer);
                }
            }
            case 4, 5 -> town.issuing.issue(id, officer);
            case 6 -> town.windows.due();
            case 7 -> town.windows.endEarly(id, officer);
            case 8 -> {
                if (random.nextInt(3) == 0) {
                    town.ends.withdraw(id, town.key(officer), "");
                }
            }
            case 9 -> town.ends.due();
            default -> {
                town.read(
                        Town.TEXT,
                        town.source.working().stream()
                                .map(it -> Town.token(it, "token-" + town.source.label(it)))
                                .toList());
                town.settlement.settle(id, officer);
            }
        }
    }

    private static String anyRequest(Town town, Random random) {
        List<ExceptionRequest> all = town.requests.all();
        return all.isEmpty() ? "r-none" : all.get(random.nextInt(all.size())).id();
    }

    private static void assertHolds(Town town, String when) {
        List<Window> windows = town.windows.all();
        Set<String> unfinished =
                town.settlement.unfinished().stream().map(ExceptionRequest::id).collect(Collectors.toSet());
        Set<CredentialId> known = windows.stream()
                .filter(Window::isOpen)
                .map(Window::credential)
                .collect(Collectors.toCollection(HashSet::new));
        for (CredentialId working : town.source.working()) {
            String label = town.source.label(working);
            assertThat(known.contains(working) || unfinished.contains(label.replace("curfew-", "")))
                    .as("%s: %s works, in an open window or an unfinished opening", when, working)
                    .isTrue();
        }
        for (Window window : windows) {
            RequestState state = town.requests.find(window.id()).orElseThrow().state();
            assertThat(state)
                    .as("%s: %s", when, window)
                    .isEqualTo(window.isOpen() ? RequestState.ACTIVE : RequestState.ENDED);
        }
    }

    private static void assertLedgerHolds(Town town, String when) {
        for (ExceptionRequest request : town.requests.all()) {
            List<String> types = town.ledger().stream()
                    .filter(entry -> entry.event().details().containsValue(request.id()))
                    .map(entry -> entry.event().type())
                    .toList();
            assertThat(types.stream().filter("request.approved"::equals).count())
                    .as("%s: %s", when, types)
                    .isLessThanOrEqualTo(1);
            assertThat(types.stream().filter("window.opened"::equals).count())
                    .as("%s: %s", when, types)
                    .isLessThanOrEqualTo(types.contains("request.approved") ? 1 : 0);
            assertThat(town.ledger())
                    .as("%s: nobody approved their own", when)
                    .noneMatch(entry -> entry.event().type().equals("request.approved")
                            && entry.event().details().containsValue(request.id())
                            && entry.event().actor().equals(request.requester()));
        }
    }
}
