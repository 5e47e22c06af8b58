package dev.curfew.app.console.screen.inventory;

import dev.curfew.analysis.lifecycle.Lifecycle;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.inventory.EntityDetail;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.observation.Coverage;
import java.util.List;
import java.util.Optional;

/// Reads one thing in full, with the coverage of the scope it was read in.
final class EntityInspection {

    private final Desk desk;

    EntityInspection(Desk desk) {
        this.desk = desk;
    }

    Optional<Inspected> of(EntityId id) {
        return desk.inventory()
                .detail(id)
                .map(detail -> new Inspected(
                        detail,
                        desk.attestations().last(id),
                        lifecycle(detail),
                        desk.signals().risks().of(id),
                        coverage(detail)));
    }

    private Optional<Lifecycle> lifecycle(EntityDetail detail) {
        return detail.line()
                .flatMap(line ->
                        Optional.ofNullable(desk.lifecycles().of(List.of(line)).get(detail.id())));
    }

    private Optional<Coverage> coverage(EntityDetail detail) {
        String scope = detail.fact().provenance().scope();
        return desk.estate().current().snapshot().coverage().stream()
                .filter(it ->
                        it.source().equals(detail.id().source()) && it.scope().equals(scope))
                .findFirst();
    }
}
