package dev.curfew.governance;

import static dev.curfew.model.governance.ExceptionRequest.EXTENDS;
import static dev.curfew.model.governance.ExceptionRequest.IDLE;
import static dev.curfew.model.governance.ExceptionRequest.RENEWS;
import static dev.curfew.model.governance.ExceptionRequest.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.request.RequestOrder;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.memory.CrashException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is asked in whatever order, with crashes at any commit and a target that fails: what must hold, holds.
class HistoriesTest {
    private static final int HISTORIES = Integer.getInteger("curfew.histories", 2_000);
    private static final int STEPS = 30;
    private static final List<SourceException.Kind> FAILURES = List.of(SourceException.Kind.values());

    @TempDir
    private Path directory;

    /// Most of the time would go into signatures, and forgeries are for other tests:
    /// `-Dcurfew.histories.signatures=real` has real ones.
    @Test
    void noHistoryLeavesAccessThatNobodyKnowsOf() throws InterruptedException, ExecutionException {
        Set<String> seen = new HashSet<>();
        try (StandInSignatures _ =
                        System.getProperty("curfew.histories.signatures", "").equals("real")
                                ? null
                                : StandInSignatures.install();
                ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            int from = Integer.getInteger("curfew.histories.from", 0);
            List<Callable<Set<String>>> histories = IntStream.range(from, HISTORIES)
                    .<Callable<Set<String>>>mapToObj(seed -> () -> history(seed))
                    .toList();
            for (Future<Set<String>> history : workers.invokeAll(histories)) {
                seen.addAll(history.get());
            }
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
                        "window.shortened",
                        "draft.kept",
                        "changed",
                        "submitted",
                        "discarded",
                        "IDLE",
                        "source",
                        "curfew",
                        "an extension was opened",
                        "a scheduled request was opened",
                        "not-issued",
                        "taken-back",
                        "nothing-found",
                        "time-over");
    }

    /// @return what happened in it
    private Set<String> history(int seed) throws InterruptedException {
        Town town = new Town(directory.resolve("seed-" + seed));
        Random random = new Random(seed);
        Lives lives = new Lives();
        Uses uses = new Uses();
        int entered = 0;
        for (int step = 0; step < STEPS; step++) {
            disturb(town, random);
            uses.use(town, random);
            try {
                act(town, random, uses);
            } catch (CrashException e) {
                // The process starts again and goes on.
            }
            town.unitOfWork.crashNoMore();
            assertHolds(town, "seed " + seed + ", step " + step);
            entered = assertInTime(town, entered, "seed " + seed + ", step " + step);
            lives.observe(town, "seed " + seed + ", step " + step);
        }
        assertLedgerHolds(town, "seed " + seed);
        uses.assertUnused(town, "seed " + seed);
        lives.end(town, "seed " + seed);
        Set<String> seen = new HashSet<>(town.events());
        seen.addAll(assertFollowed(town, "seed " + seed));
        for (LedgerEntry entry : town.ledger()) {
            seen.add(String.valueOf(entry.event().details().get("how")));
            seen.add(String.valueOf(entry.event().details().get("end")));
            seen.add(String.valueOf(entry.event().details().get("clock")));
        }
        return seen;
    }

    private static void disturb(Town town, Random random) {
        // Now and then the machine slept, or its clock was set back.
        town.clock.advance(
                switch (random.nextInt(20)) {
                    case 0 -> Duration.ofHours(random.nextInt(100));
                    case 1 -> Duration.ofMinutes(-random.nextInt(30));
                    default -> Duration.ofMinutes(random.nextInt(4));
                });
        // So was the source's, apart from ours; now and then it does not tell.
        if (random.nextInt(40) == 0) {
            town.sourceClock.set(Duration.ofMinutes(random.nextInt(-60, 60)));
        }
        town.target.tellsTime = random.nextInt(6) != 0;
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

    private static void act(Town town, Random random, Uses uses) throws InterruptedException {
        String officer = random.nextBoolean() ? "ada" : "bo";
        String id = anyRequest(town, random);
        switch (random.nextInt(18)) {
            case 0 -> town.requests.submit(town.key(officer), order(random));
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
            case 10 -> town.shortening.shorten(id, town.clock.instant().plusSeconds(random.nextInt(1_200)), officer);
            case 11 -> again(town, random, id);
            case 13 -> draft(town, random, officer, id);
            case 14 -> {
                town.clock.advance(Duration.ofMinutes(random.nextInt(8)));
                read(town, random, uses);
                town.idle.due();
            }
            case 12 ->
                follow(
                        town,
                        officer,
                        STARTS,
                        town.clock.instant().plusSeconds(random.nextInt(3_600)).toString());
            default -> {
                // Whoever comes back to what was cut off may find its time over.
                town.clock.advance(Duration.ofMinutes(random.nextInt(3) == 0 ? 20 : 0));
                read(town, random, uses);
                town.settlement.settle(
                        town.settlement.unfinished().stream()
                                .map(ExceptionRequest::id)
                                .findAny()
                                .orElse(id),
                        officer);
            }
        }
    }

    private static void read(Town town, Random random, Uses uses) {
        town.read(
                Town.TEXT,
                town.source.working().stream()
                        .map(it -> Town.token(it, "token-" + town.source.label(it), uses.told(town, it, random)))
                        .toList());
    }

    /// Now and then one that is to end unused.
    private static RequestOrder order(Random random) {
        Map<String, String> claims = random.nextBoolean()
                ? Map.of(IDLE, Duration.ofMinutes(1 + random.nextInt(5)).toString())
                : Map.of();
        return new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "why", claims);
    }

    private static void draft(Town town, Random random, String officer, String any) {
        String id = town.requests.all().stream()
                .filter(request -> request.state() == RequestState.DRAFTED)
                .map(ExceptionRequest::id)
                .findAny()
                .orElse(any);
        switch (random.nextInt(4)) {
            case 0 -> town.drafts.change(town.key(officer), id, order(random));
            case 1 -> town.drafts.submit(town.key(officer), id);
            case 2 -> town.drafts.discard(town.key(officer), id);
            default -> town.drafts.keep(town.key(officer), order(random));
        }
    }

    /// Asked for by whoever holds it, signed by the other, and perhaps issued at once: left to chance alone that is
    /// rare.
    private static void again(Town town, Random random, String any) {
        Optional<Window> open =
                town.windows.all().stream().filter(Window::isOpen).findAny();
        String id = open.map(Window::id).orElse(any);
        String holder = town.requests.find(id).map(ExceptionRequest::requester).orElse("ada");
        follow(town, holder, open.isPresent() ? EXTENDS : RENEWS, id);
        String newest = anyOf(town, town.requests.all().size() - 1);
        town.approve(newest, holder.equals("ada") ? "bo" : "ada");
        if (random.nextBoolean()) {
            town.issuing.issue(newest, holder);
        }
    }

    private static void follow(Town town, String officer, String claim, String value) {
        town.requests.submit(
                town.key(officer), new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "why", Map.of(claim, value)));
    }

    private static String anyRequest(Town town, Random random) {
        int count = town.requests.all().size();
        return anyOf(town, count == 0 ? -1 : random.nextInt(count));
    }

    private static String anyOf(Town town, int at) {
        return at < 0 ? "r-none" : town.requests.all().get(at).id();
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

    /// What ended by the source's clock was over there.
    ///
    /// @param from the first entry that was not looked at yet
    /// @return the same for the next time
    private static int assertInTime(Town town, int from, String when) {
        List<LedgerEntry> ledger = town.ledger();
        ledger.subList(from, ledger.size()).stream()
                .map(entry -> entry.event().details())
                .filter(details -> "EXPIRED".equals(details.get("end")) && "source".equals(details.get("clock")))
                .forEach(details -> assertThat(Instant.parse(String.valueOf(details.get("endsAt"))))
                        .as("%s: %s", when, details)
                        .isBeforeOrEqualTo(town.sourceClock.instant()));
        return ledger.size();
    }

    /// What was opened on what it hangs on: no extension of what was over, nothing before its start, no end put off.
    private static Set<String> assertFollowed(Town town, String when) {
        Set<String> seen = new HashSet<>();
        Map<String, Long> closed = indices(town, "window.closed");
        Map<String, Long> opening = indices(town, "window.opening");
        for (ExceptionRequest request : town.requests.all()) {
            Optional<Long> opened = Optional.ofNullable(opening.get(request.id()));
            if (opened.isPresent() && request.extended().isPresent()) {
                assertThat(closed.getOrDefault(request.extended().get(), Long.MAX_VALUE))
                        .as("%s: %s extends what was open", when, request.id())
                        .isGreaterThan(opened.get());
                seen.add("an extension was opened");
            }
            if (opened.isPresent() && request.claims().containsKey(STARTS)) {
                assertThat(town.ledger().get(opened.get().intValue()).event().at())
                        .as("%s: %s", when, request.id())
                        .isAfterOrEqualTo(request.startsAt());
                seen.add("a scheduled request was opened");
            }
        }
        town.ledger().stream()
                .map(entry -> entry.event().details())
                .filter(details -> details.containsKey("to"))
                .forEach(details -> assertThat(Instant.parse(String.valueOf(details.get("to"))))
                        .as(when)
                        .isBefore(Instant.parse(String.valueOf(details.get("from")))));
        return seen;
    }

    /// Where each window's last entry of that type is.
    private static Map<String, Long> indices(Town town, String type) {
        Map<String, Long> indices = new HashMap<>();
        town.ledger().stream()
                .filter(entry -> entry.event().type().equals(type))
                .forEach(entry -> indices.put(
                        String.valueOf(entry.event()
                                .details()
                                .getOrDefault("window", entry.event().details().get("request"))),
                        entry.index()));
        return indices;
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
