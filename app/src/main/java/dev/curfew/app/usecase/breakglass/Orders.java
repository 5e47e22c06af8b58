package dev.curfew.app.usecase.breakglass;

import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.drill.DrillOrder;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.ShortIds;
import dev.curfew.model.connection.Connection;
import java.util.List;

/// Says what is done with a path, by whom, and from which machine.
public final class Orders {
    private final Office office;
    private final Custodians custodians;

    public Orders(Office office, Custodians custodians) {
        this.office = office;
        this.custodians = custodians;
    }

    /// To open the envelope: each order has an id of its own.
    ///
    /// @param kind what the id begins with
    /// @param holders whose key is lost or does not open is told in the order
    DrillOrder opening(
            String kind, BreakGlassPath path, Connection connection, OfficerLogin officer, List<OfficerLogin> holders) {
        Custodians.Brought brought = custodians.brought(holders);
        return order(ShortIds.next(kind, office.random(), _ -> false), path, connection, officer, brought);
    }

    /// To seal a credential for the first time.
    DrillOrder sealing(BreakGlassPath path, Connection connection, OfficerLogin officer) {
        return order(path.name(), path, connection, officer, new Custodians.Brought(List.of(), List.of()));
    }

    private DrillOrder order(
            String id, BreakGlassPath path, Connection connection, OfficerLogin officer, Custodians.Brought brought) {
        return new DrillOrder(
                id,
                path,
                Doors.label(connection, path),
                officer.name(),
                office.device().host(),
                brought.keys(),
                brought.keyless());
    }
}
