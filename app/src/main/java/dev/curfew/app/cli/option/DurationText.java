package dev.curfew.app.cli.option;

import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A length of time as people type it: `15m`, `1h30m`, `2d`, or ISO 8601 (`PT15M`).
public final class DurationText implements ITypeConverter<Duration> {
    private static final Pattern SHORT =
            Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,7})s)?");

    @Override
    public Duration convert(String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        Matcher parts = SHORT.matcher(typed);
        if (!typed.isEmpty() && parts.matches()) {
            return Duration.ofDays(number(parts.group(1)))
                    .plusHours(number(parts.group(2)))
                    .plusMinutes(number(parts.group(3)))
                    .plusSeconds(number(parts.group(4)));
        }
        try {
            return Duration.parse(typed);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(Messages.of(DurationText.class).text("duration", text));
        }
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
