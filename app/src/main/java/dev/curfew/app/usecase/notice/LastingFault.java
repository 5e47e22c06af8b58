package dev.curfew.app.usecase.notice;

import dev.curfew.app.usecase.Repeated;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/// A fault that is told once, when it becomes another, and when it is over; not each time that it is met.
public final class LastingFault {
    private @Nullable String met;

    /// Something that is done again and again, on a thread of that name: what fails is in the log, once, as is that it
    /// is over.
    ///
    /// @param failed what does not go then, in a few words
    public static Repeated logged(Logger log, String failed, String name, Duration every, Repeated.Deed deed) {
        return logged(log, failed, name, every, deed, _ -> {});
    }

    /// As above.
    ///
    /// @param told what the log is told: the fault, and empty when it is over; on that thread
    static Repeated logged(
            Logger log,
            String failed,
            String name,
            Duration every,
            Repeated.Deed deed,
            Consumer<Optional<RuntimeException>> told) {
        LastingFault lasting = new LastingFault();
        Repeated.Deed telling = () -> {
            deed.once();
            if (lasting.isOver()) {
                log.info("over again: {}", failed);
                told.accept(Optional.empty());
            }
        };
        return new Repeated(name, every, telling, fault -> {
            if (lasting.isNews(fault)) {
                Repeated.log(log, failed, fault);
                told.accept(Optional.of(fault));
            }
        });
    }

    /// Whether it is another than the one before, by its kind and its words.
    public boolean isNews(RuntimeException fault) {
        String words = fault.toString();
        boolean isNews = !words.equals(Objects.requireNonNullElse(met, ""));
        met = words;
        return isNews;
    }

    /// Whether there was one until now.
    public boolean isOver() {
        boolean isOver = met != null;
        met = null;
        return isOver;
    }
}
