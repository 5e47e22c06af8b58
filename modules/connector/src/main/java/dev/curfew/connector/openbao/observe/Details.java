package dev.curfew.connector.openbao.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.model.port.Progress;
import java.util.List;

/// Reads every listed thing of a scope by its own call.
final class Details {
    /// More would take minutes and gigabytes; nobody manages that many by looking at them.
    static final int ITEMS_MAX = 200_000;

    private Details() {}

    /// The call that reads one.
    interface Lookup extends Parallel.Step<String, BaoAnswer> {}

    /// What is made of one.
    @FunctionalInterface
    interface Use {
        void use(String key, JsonNode data);
    }

    /// A thing that is gone when it is looked up is no longer there, which is no error.
    static void each(int atOnce, List<String> keys, ScopeSheet sheet, Progress progress, Lookup lookup, Use use)
            throws InterruptedException {
        List<String> some = keys.size() <= ITEMS_MAX ? keys : keys.subList(0, ITEMS_MAX);
        List<BaoAnswer> answers =
                Parallel.map(atOnce, some, lookup, done -> progress.at(sheet.scope(), done, some.size()));
        for (int i = 0; i < some.size(); i++) {
            take(some.get(i), answers.get(i), sheet, use);
        }
        if (some.size() < keys.size()) {
            sheet.leaveOut(keys.size() - some.size(), ITEMS_MAX);
        }
    }

    private static void take(String key, BaoAnswer answer, ScopeSheet sheet, Use use) {
        switch (answer) {
            case BaoAnswer.Done done -> {
                sheet.item();
                use.use(key, done.data());
            }
            case BaoAnswer.Empty _, BaoAnswer.Absent _ -> {
                // Gone since it was listed.
            }
            case BaoAnswer.Rejected rejected -> {
                if (!isGone(rejected)) {
                    sheet.miss(rejected.words());
                }
            }
            case BaoAnswer.Refused refused -> {
                if (!refused.words().contains("invalid accessor")) {
                    sheet.miss(refused.words());
                }
            }
            case BaoAnswer.Throttled throttled -> sheet.miss(throttled.words());
            case BaoAnswer.Failed failed -> sheet.miss(failed.words());
            case BaoAnswer.Silent silent -> sheet.miss(silent.words());
            case BaoAnswer.Foreign foreign -> sheet.miss(foreign.words());
        }
    }

    private static boolean isGone(BaoAnswer.Rejected rejected) {
        return rejected.words().contains("invalid accessor") || rejected.words().contains("invalid lease");
    }
}
