package dev.curfew.app.usecase.expiring;

import dev.curfew.analysis.expiry.Expiring;
import dev.curfew.analysis.expiry.ExpiryBands;
import dev.curfew.app.usecase.estate.EntityFilter;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.governance.Window;
import dev.curfew.model.port.UnitOfWork;
import java.time.InstantSource;
import java.util.List;

/// Credentials and open windows by how soon they end.
public final class ExpiringQuery {
    private final Estate estate;
    private final UnitOfWork units;
    private final InstantSource clock;

    public ExpiringQuery(Estate estate, UnitOfWork units, InstantSource clock) {
        this.estate = estate;
        this.units = units;
        this.clock = clock;
    }

    /// As of now.
    public ExpiryBands bands() {
        List<Window> open = units.run(transaction ->
                transaction.windows().all().stream().filter(Window::isOpen).toList());
        return ExpiryBands.of(estate.current(), open, clock.instant());
    }

    /// Soonest first.
    public List<Expiring> list(EntityFilter filter) {
        return bands().all().stream()
                .filter(row -> filter.accepts(row.id(), row.kind(), row.name(), owner(row.ownership())))
                .toList();
    }

    private static String owner(Ownership ownership) {
        return switch (ownership) {
            case Ownership.Owned owned -> owned.owner();
            case Ownership.OwnerGone gone -> gone.owner();
            case Ownership.Unowned() -> "";
        };
    }
}
