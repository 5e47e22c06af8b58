package dev.curfew.revocation.choice;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Asks for many credentials at once what protects them: each is a question or two to a source.
final class Guards {
    /// Far below what any provider counts as too many.
    private static final int AT_ONCE = 16;

    private final Protection protection;

    Guards(Protection protection) {
        this.protection = protection;
    }

    /// Whether one may be acted on.
    sealed interface Verdict {
        record Free(Own own) implements Verdict {}

        record Untouchable(String words) implements Verdict {}
    }

    /// @return in the order of the credentials
    List<Verdict> over(SnapshotIndex index, List<Chosen> all) throws InterruptedException {
        Semaphore turns = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("guard-", 0).factory())) {
            List<Future<Verdict>> asked = all.stream()
                    .map(one -> threads.submit(() -> inTurn(turns, index, one.credential())))
                    .toList();
            List<Verdict> verdicts = new ArrayList<>();
            try {
                for (Future<Verdict> each : asked) {
                    verdicts.add(each.get());
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
            return verdicts;
        }
    }

    private Verdict inTurn(Semaphore turns, SnapshotIndex index, Credential credential) throws InterruptedException {
        turns.acquire();
        try {
            return verdict(index, credential);
        } finally {
            turns.release();
        }
    }

    /// A source that does not say whose a credential is would not act on it either; then it is not taken for free.
    private Verdict verdict(SnapshotIndex index, Credential credential) throws InterruptedException {
        Outcome<Credential> held = protection.unprotected(index, credential);
        if (held instanceof Outcome.Refused<Credential>(Refusal _, String words)) {
            return new Verdict.Untouchable(words);
        }
        try {
            return new Verdict.Free(protection.own(index, credential));
        } catch (SourceException e) {
            return new Verdict.Untouchable(
                    Refusal.SOURCE_FAILED.words(credential.source().value(), String.valueOf(e.getMessage())));
        }
    }
}
