package dev.curfew.connector.aws.live;

import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import java.util.function.UnaryOperator;

/// One scope that is read whole or not at all.
public final class Scoped {
    private Scoped() {}

    /// Reads it.
    @FunctionalInterface
    public interface Reader {
        /// @return how many things were in it
        long read() throws Unanswered, InterruptedException;
    }

    /// What became of it.
    public static Coverage read(Account account, String scope, Reader reader) throws InterruptedException {
        try {
            return coverage(account, scope, CoverageState.READ, "", reader.read());
        } catch (Unanswered e) {
            return coverage(
                    account, scope, Answers.coverage(e.answer()), e.answer().detail(), 0);
        } catch (MalformedException e) {
            return coverage(account, scope, CoverageState.FAILED, Answers.unreadable(e), 0);
        }
    }

    /// For what some may not read, and that is no fault: a refusal says what follows from it.
    ///
    /// @param words makes them of what AWS answered
    public static Coverage explained(Coverage coverage, UnaryOperator<String> words) {
        return coverage.state() == CoverageState.REFUSED
                ? new Coverage(
                        coverage.source(),
                        coverage.scope(),
                        coverage.state(),
                        words.apply(coverage.detail()),
                        0,
                        coverage.at())
                : coverage;
    }

    private static Coverage coverage(Account account, String scope, CoverageState state, String detail, long items) {
        return new Coverage(account.source(), scope, state, detail, items, account.now());
    }
}
