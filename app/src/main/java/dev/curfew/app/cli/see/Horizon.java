package dev.curfew.app.cli.see;

import dev.curfew.analysis.expiry.Band;
import dev.curfew.model.text.Messages;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How far ahead to look. What is nearer is within it too.
enum Horizon {
    EXPIRED("expired", Band.EXPIRED),
    HOURS_24("24h", Band.WITHIN_24_HOURS),
    DAYS_7("7d", Band.WITHIN_7_DAYS),
    DAYS_30("30d", Band.WITHIN_30_DAYS);

    private final String typed;
    private final Band last;

    Horizon(String typed, Band last) {
        this.typed = typed;
        this.last = last;
    }

    boolean holds(Band band) {
        return band.compareTo(last) <= 0;
    }

    /// Knows them as they are typed.
    static final class Text implements ITypeConverter<Horizon> {

        @Override
        public Horizon convert(String text) {
            return Arrays.stream(values())
                    .filter(horizon -> horizon.typed.equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(Messages.of(Horizon.class)
                            .text(
                                    "horizon",
                                    text,
                                    Arrays.stream(values())
                                            .map(Horizon::toString)
                                            .collect(Collectors.joining(", ")))));
        }
    }

    /// As it is typed.
    @Override
    public String toString() {
        return typed;
    }
}
