package dev.curfew.app.cli.use;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.Since;
import dev.curfew.app.usecase.Refused;
import dev.curfew.model.id.EntityId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// Asks the source's own record who used something. Only where it was asked for: a record may be long, and be read at
/// the source.
public final class UseOptions {
    /// Each is a reading of the record.
    private static final int ASKED_MAX = 20;

    @Option(names = "--used-since", paramLabel = "TIME", descriptionKey = "used-since")
    private String since = "";

    /// Empty where it was not asked for.
    public Map<EntityId, UseTold> of(Invocation invocation, Collection<? extends EntityId> ids)
            throws InterruptedException {
        Map<EntityId, UseTold> told = new LinkedHashMap<>();
        if (!since.isEmpty()) {
            Instant from = Since.of(since, invocation.clock().instant());
            for (EntityId id : ids.stream().distinct().limit(ASKED_MAX).toList()) {
                told.put(id, ask(invocation, id, from));
            }
        }
        return told;
    }

    private static UseTold ask(Invocation invocation, EntityId id, Instant from) throws InterruptedException {
        try {
            return new UseTold.Read(
                    from,
                    invocation.working(progress -> invocation.desk().timelines().of(id, from, progress)));
        } catch (Refused e) {
            return new UseTold.Unread(String.valueOf(e.getMessage()));
        }
    }
}
