package dev.curfew.governance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What credentials are truly used for, and what a source that tells of it late, or not at all, says.
final class Uses {
    private static final Duration HORIZON = Duration.ofDays(90);

    private final Map<CredentialId, List<Instant>> uses = new HashMap<>();

    /// The source's clock never goes back, so what is used later was not used before a reading.
    void use(Town town, Random random) {
        town.source.working().stream()
                .filter(_ -> random.nextBoolean())
                .forEach(credential ->
                        uses.computeIfAbsent(credential, _ -> new ArrayList<>()).add(town.sourceClock.instant()));
    }

    Usage told(Town town, CredentialId credential, Random random) {
        if (random.nextInt(4) == 0) {
            return new Usage.NotObserved("nobody looked");
        }
        UsageQuality quality = new UsageQuality("record", Duration.ofSeconds(random.nextInt(3) * 60L), HORIZON, false);
        Instant told = town.clock.instant().minus(quality.lagMax());
        return uses.getOrDefault(credential, List.of()).stream()
                .filter(at -> !at.isAfter(told))
                .max(Comparator.naturalOrder())
                .<Usage>map(at -> new Usage.Seen(at, "", quality))
                .orElseGet(() -> new Usage.NoneSeen(quality));
    }

    /// What was ended as unused was to be, and was not used for that long.
    void assertUnused(Town town, String when) {
        for (LedgerEntry entry : town.ledger()) {
            Map<String, Object> details = entry.event().details();
            if (!"IDLE".equals(details.get("end"))) {
                continue;
            }
            AuditEvent event = entry.event();
            ExceptionRequest request =
                    town.requests.find(String.valueOf(details.get("window"))).orElseThrow();
            Instant from = Instant.parse(String.valueOf(details.get("unusedFrom")));
            Instant until = Instant.parse(String.valueOf(details.get("unusedUntil")));
            assertThat(Duration.between(from, until))
                    .as("%s: %s", when, event)
                    .isGreaterThanOrEqualTo(request.idleMax().orElseThrow());
            CredentialId credential = uses.keySet().stream()
                    .filter(it -> it.text().equals(details.get("credential")))
                    .findFirst()
                    .orElse(null);
            assertThat(uses.getOrDefault(credential, List.of()))
                    .as("%s: %s", when, event)
                    .noneMatch(at -> at.isAfter(from) && !at.isAfter(until));
        }
    }
}
