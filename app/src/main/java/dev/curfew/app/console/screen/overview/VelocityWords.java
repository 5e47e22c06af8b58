package dev.curfew.app.console.screen.overview;

import dev.curfew.analysis.velocity.Movement;
import dev.curfew.app.usecase.velocity.VelocityDay;
import dev.curfew.model.text.Messages;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What moved, in words.
final class VelocityWords {

    private static final Messages MESSAGES = Messages.of(VelocityWords.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private VelocityWords() {}

    static String day(VelocityDay day) {
        return DAY.format(day.date());
    }

    /// Null where it is not known.
    static @Nullable Integer count(VelocityDay day, ToIntFunction<Movement> which) {
        Movement movement = day.compared().movement();
        return movement == null ? null : which.applyAsInt(movement);
    }

    static String words(VelocityDay day, ToIntFunction<Movement> which) {
        Integer count = count(day, which);
        return count == null ? MESSAGES.text("velocity.unknown") : String.format("%,d", count);
    }

    /// The chart in a sentence.
    static String sentence(List<VelocityDay> days) {
        return MESSAGES.text(
                "velocity.sentence",
                days.size(),
                sum(days, Movement::created),
                sum(days, Movement::changed),
                days.stream().mapToInt(VelocityDay::reviewed).sum(),
                days.stream().mapToInt(VelocityDay::revoked).sum(),
                days.stream().filter(day -> day.compared().moved().isEmpty()).count());
    }

    private static int sum(List<VelocityDay> days, ToIntFunction<Movement> which) {
        return days.stream()
                .flatMap(day -> day.compared().moved().stream())
                .mapToInt(which)
                .sum();
    }
}
