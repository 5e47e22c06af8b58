package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.model.text.Messages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.TypeConversionException;

/// A moment to come as people type it: a time, or in how long.
public final class Until {
    private static final Messages MESSAGES = Messages.of(Until.class);

    private Until() {}

    /// @throws UsageProblem if it is neither
    public static Instant of(String typed, Instant now) {
        try {
            return typed.contains("T") && typed.contains(":")
                    ? OffsetDateTime.parse(typed).toInstant()
                    : now.plus(new DurationText().convert(typed));
        } catch (DateTimeException | TypeConversionException e) {
            throw new UsageProblem(MESSAGES.text("until", typed), e);
        }
    }
}
