package dev.curfew.app.usecase.timebox;

import dev.curfew.app.usecase.attestation.VouchedAddresses;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.governance.notice.Happenings;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.notice.Notice;
import dev.curfew.revocation.timebox.BoxStages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Tells those who answer for standing access when it ends, and that it has ended; each where an officer vouched for
/// their address.
public final class BoxNotices {
    /// An end that was longer ago is no news any more; the ledger has it.
    private static final Duration AGE_MAX = Duration.ofDays(7);

    private final Estate estate;
    private final BoxStages stages;
    private final VouchedAddresses addresses;
    private final InstantSource clock;

    public BoxNotices(Estate estate, BoxStages stages, VouchedAddresses addresses, InstantSource clock) {
        this.estate = estate;
        this.stages = stages;
        this.addresses = addresses;
        this.clock = clock;
    }

    public List<Notice> look(Happenings happenings) {
        Instant now = clock.instant();
        List<AuditEvent> news = stages.newest().stream()
                .filter(event -> !owner(event).isEmpty())
                .filter(event -> isBegun(event) || event.at().plus(AGE_MAX).isAfter(now))
                .toList();
        if (news.isEmpty()) {
            return List.of();
        }
        List<String> owners = news.stream().map(BoxNotices::owner).distinct().toList();
        Map<String, String> reached = addresses.of(estate.current().snapshot(), owners, now);
        List<Notice> notices = new ArrayList<>();
        for (AuditEvent event : news) {
            String address = reached.get(owner(event));
            if (address != null) {
                notices.add(happenings.boxed(event, address));
            }
        }
        return List.copyOf(notices);
    }

    private static boolean isBegun(AuditEvent event) {
        return "begun".equals(event.details().get("stage"));
    }

    private static String owner(AuditEvent event) {
        return Objects.toString(event.details().get("owner"), "");
    }
}
