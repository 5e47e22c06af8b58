package dev.curfew.connector.openbao.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.sheet.Parallel;
import dev.curfew.model.port.Progress;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Reads every listed thing of a scope by its own call.
public final class Details {
    /// More would take minutes and gigabytes; nobody manages that many by looking at them.
    public static final int ITEMS_MAX = 200_000;

    private Details() {}

    /// The call that reads one.
    public interface Lookup extends Parallel.Step<String, BaoAnswer> {}

    /// What is made of one.
    @FunctionalInterface
    public interface Use {
        void use(String key, JsonNode data);
    }

    /// A thing that is gone when it is looked up is no longer there, which is no error.
    public static void each(int atOnce, List<String> keys, ScopeSheet sheet, Progress progress, Lookup lookup, Use use)
            throws InterruptedException {
        List<String> some = keys.size() <= ITEMS_MAX ? keys : keys.subList(0, ITEMS_MAX);
        AtomicLong done = new AtomicLong();
        Parallel.each(atOnce, some, lookup, (key, answer) -> {
            take(key, answer, sheet, use);
            progress.at(sheet.scope(), done.incrementAndGet(), some.size());
        });
        if (some.size() < keys.size()) {
            sheet.leaveOut(keys.size() - some.size(), ITEMS_MAX);
        }
    }

    private static void take(String key, BaoAnswer answer, ScopeSheet sheet, Use use) {
        if (answer.saysUnknown()) {
            return;
        }
        switch (answer) {
            case BaoAnswer.Done done -> {
                sheet.item();
                use.use(key, done.data());
            }
            case BaoAnswer.Empty _, BaoAnswer.Absent _ -> {
                // Gone since it was listed.
            }
            case BaoAnswer.Rejected _,
                    BaoAnswer.Refused _,
                    BaoAnswer.Throttled _,
                    BaoAnswer.Failed _,
                    BaoAnswer.Silent _,
                    BaoAnswer.Foreign _ -> sheet.miss(answer.words());
        }
    }
}
