package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.model.text.Messages;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.TypeConversionException;

/// A moment in the past as people type it: a time, or how long ago.
public final class Since {
    private static final Messages MESSAGES = Messages.of(Since.class);

    private Since() {}

    /// @throws UsageProblem if it is neither
    public static Instant of(String typed, Instant now) {
        try {
            return typed.contains("T") && typed.contains(":")
                    ? Instant.parse(typed)
                    : now.minus(new DurationText().convert(typed));
        } catch (DateTimeException | TypeConversionException e) {
            throw new UsageProblem(MESSAGES.text("since", typed), e);
        }
    }
}
