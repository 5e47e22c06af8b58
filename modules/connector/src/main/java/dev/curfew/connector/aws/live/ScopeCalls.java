package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsRequest;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The calls that one scope is read by, counted by action: one that is refused leaves what the others tell known, and
/// is told. Safe for many threads.
public final class ScopeCalls {
    private final Account account;
    private final Asking asking;
    private final String scope;
    private final Map<String, Tally> tallies = new ConcurrentSkipListMap<>();
    private final AtomicLong items = new AtomicLong();

    public ScopeCalls(Account account, Asking asking, String scope) {
        this.account = account;
        this.asking = asking;
        this.scope = scope;
    }

    public String scope() {
        return scope;
    }

    /// As many things as were read in it.
    public void add(long read) {
        items.addAndGet(read);
    }

    /// Empty where that failed.
    ///
    /// @param action as AWS names it
    public <T> Optional<T> one(String action, AwsRequest request, Function<Reading, T> read)
            throws InterruptedException {
        return counted(action, () -> read.apply(asking.one(request)));
    }

    /// Empty where that failed; what is inside is empty where there is no such thing.
    public <T> Optional<Optional<T>> find(String action, AwsRequest request, Function<Reading, T> read)
            throws InterruptedException {
        return counted(action, () -> asking.find(request).map(read));
    }

    /// A whole list, page by page; empty where that failed.
    public <T> Optional<List<T>> all(String action, Asking.Pages pages, Function<Node, T> read)
            throws InterruptedException {
        return counted(action, () -> asking.all(pages).stream().map(read).toList());
    }

    private interface Call<T> {
        T make() throws Unanswered, InterruptedException;
    }

    private <T> Optional<T> counted(String action, Call<T> call) throws InterruptedException {
        Tally tally = tallies.computeIfAbsent(action, _ -> new Tally(scope));
        if (tally.isVain()) {
            return Optional.empty();
        }
        try {
            T answer = call.make();
            tally.done(0);
            return Optional.of(answer);
        } catch (Unanswered e) {
            tally.failed(e.answer());
        } catch (MalformedException e) {
            tally.failed(CoverageState.FAILED, Answers.unreadable(e));
        }
        return Optional.empty();
    }

    public boolean hasFailed(String action) {
        Tally tally = tallies.get(action);
        return tally != null && !tally.coverage(account.source(), account.now()).provesAbsence();
    }

    /// What became of all of them; each action that failed by its name.
    public Coverage coverage() {
        Map<String, Coverage> gaps = new TreeMap<>();
        tallies.forEach((action, tally) -> {
            Coverage coverage = tally.coverage(account.source(), account.now());
            if (!coverage.provesAbsence()) {
                gaps.put(action, coverage);
            }
        });
        String detail = gaps.entrySet().stream()
                .map(gap -> gap.getKey() + ": " + gap.getValue().detail())
                .collect(Collectors.joining("; "));
        return new Coverage(account.source(), scope, state(gaps), detail, items.get(), account.now());
    }

    private CoverageState state(Map<String, Coverage> gaps) {
        if (gaps.isEmpty()) {
            return CoverageState.READ;
        }
        CoverageState worst = gaps.values().stream()
                .map(Coverage::state)
                .min(CoverageState::compareTo)
                .orElseThrow();
        return gaps.size() == tallies.size() ? worst : CoverageState.PARTIAL;
    }
}
