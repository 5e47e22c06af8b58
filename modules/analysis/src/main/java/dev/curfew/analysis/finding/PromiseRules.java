package dev.curfew.analysis.finding;

import dev.curfew.model.estate.Identity;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What an identity's tags promise: drills of a break-glass account, the end of an exception.
final class PromiseRules {
    private final Identity identity;
    private final Instant now;
    private final FindingLimits limits;

    PromiseRules(Identity identity, Instant now, FindingLimits limits) {
        this.identity = identity;
        this.now = now;
        this.limits = limits;
    }

    void look(List<Finding> found) {
        if (Marks.isBreakGlass(identity.tags())) {
            breakGlass(found);
        }
        exception(found);
    }

    private void breakGlass(List<Finding> found) {
        long every =
                number("curfew:drill-every-days").orElse(limits.drillEvery().toDays());
        Optional<Instant> drilled = time("curfew:last-drill");
        if (drilled.isEmpty()) {
            found.add(Finding.about(
                    Rule.BREAK_GLASS_UNTESTED,
                    "never",
                    Severity.HIGH,
                    identity,
                    identity.name(),
                    String.valueOf(every)));
            return;
        }
        long ago = Duration.between(drilled.get(), now).toDays();
        if (ago > every) {
            found.add(Finding.about(
                    Rule.BREAK_GLASS_UNTESTED,
                    "overdue",
                    Severity.HIGH,
                    identity,
                    identity.name(),
                    String.valueOf(ago),
                    String.valueOf(every)));
        }
    }

    private void exception(List<Finding> found) {
        long renewals = number("curfew:exception-renewals").orElse(0L);
        if (renewals > limits.renewalsMax()) {
            found.add(Finding.about(
                    Rule.STANDING_EXCEPTION,
                    "renewed",
                    Severity.MEDIUM,
                    identity,
                    identity.name(),
                    String.valueOf(renewals)));
        }
        String until = tag("curfew:exception-until");
        if (time("curfew:exception-until").filter(end -> end.isBefore(now)).isPresent()) {
            found.add(Finding.about(Rule.STANDING_EXCEPTION, "ended", Severity.HIGH, identity, identity.name(), until)
                    .on(until));
        }
    }

    private String tag(String key) {
        return identity.tags().getOrDefault(key, "").strip();
    }

    /// A tag that cannot be read promises nothing.
    private Optional<Long> number(String key) {
        String text = tag(key);
        return text.matches("\\d{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private Optional<Instant> time(String key) {
        String text = tag(key);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            text.contains("T")
                                    ? Instant.parse(text)
                                    : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
