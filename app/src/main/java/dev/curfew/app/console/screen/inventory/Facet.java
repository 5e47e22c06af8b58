package dev.curfew.app.console.screen.inventory;

import dev.curfew.app.usecase.inventory.InventoryLine;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;

/// A question one asks of an inventory, as a filter.
enum Facet {
    FINDINGS {
        @Override
        boolean keeps(InventoryLine line, Instant now) {
            return !line.findings().isEmpty();
        }
    },
    UNOWNED {
        @Override
        boolean keeps(InventoryLine line, Instant now) {
            return !(line.row().ownership() instanceof Ownership.Owned);
        }
    },
    UNUSED {
        @Override
        boolean keeps(InventoryLine line, Instant now) {
            return switch (line.row().usage()) {
                case Usage.Seen seen -> seen.at().isBefore(now.minus(UNUSED_AFTER));
                case Usage.NoneSeen _ -> true;
                case Usage.NotObserved _ -> false;
            };
        }
    },
    ENDING {
        @Override
        boolean keeps(InventoryLine line, Instant now) {
            return line.row().expiry() instanceof Expiry.At(Instant at) && at.isBefore(now.plus(ENDING_WITHIN));
        }
    },
    UNKNOWN {
        @Override
        boolean keeps(InventoryLine line, Instant now) {
            return line.row().usage() instanceof Usage.NotObserved
                    || line.ends().filter(Expiry.Unknown.class::isInstance).isPresent();
        }
    };

    /// As the findings count it: CIS and most auditors ask for 90 days.
    private static final Duration UNUSED_AFTER = Duration.ofDays(90);

    /// As the screen of what expires counts it.
    private static final Duration ENDING_WITHIN = Duration.ofDays(30);

    abstract boolean keeps(InventoryLine line, Instant now);

    String words() {
        return Messages.of(Facet.class).text("facet." + name());
    }
}
