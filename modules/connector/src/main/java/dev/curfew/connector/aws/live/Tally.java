package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of many calls that read one scope together. Safe for many threads.
public final class Tally {
    /// So many refusals without one success mean that the call is not allowed at all; thousands more would say the same
    /// and fill the account's audit trail.
    private static final int VAIN_CALLS_MAX = 8;

    private final String scope;
    private long items;
    private long done;
    private long failed;
    private long skipped;
    private @Nullable CoverageState worst;
    private String detail = "";
    private String note = "";

    public Tally(String scope) {
        this.scope = scope;
    }

    public synchronized void done(long read) {
        done++;
        items += read;
    }

    public synchronized void failed(AwsAnswer answer) {
        failed(Answers.coverage(answer), answer.detail());
    }

    public synchronized void failed(CoverageState state, String why) {
        failed++;
        // The first reason stands for all; the smallest text of several, so that chance does not choose.
        if (worst == null || state.compareTo(worst) < 0 || (state == worst && why.compareTo(detail) < 0)) {
            worst = state;
            detail = why;
        }
    }

    /// Something to know of the scope where all of it was read.
    synchronized void noteIfRead(String words) {
        note = words;
    }

    /// Asked before each call: whether to leave it out.
    public synchronized boolean isVain() {
        if (done == 0 && failed >= VAIN_CALLS_MAX) {
            skipped++;
            return true;
        }
        return false;
    }

    public synchronized Coverage coverage(SourceName source, Instant at) {
        if (worst == null) {
            return new Coverage(source, scope, CoverageState.READ, note, items, at);
        }
        if (done == 0) {
            return new Coverage(source, scope, worst, detail, 0, at);
        }
        String some = Messages.of(Tally.class).text("tally.some", failed + skipped, failed + skipped + done, detail);
        return new Coverage(source, scope, CoverageState.PARTIAL, some, items, at);
    }
}
