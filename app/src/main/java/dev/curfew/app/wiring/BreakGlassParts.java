package dev.curfew.app.wiring;

import dev.curfew.app.usecase.breakglass.BreakGlasses;
import dev.curfew.app.usecase.breakglass.Custodians;
import dev.curfew.app.usecase.breakglass.Doors;
import dev.curfew.app.usecase.breakglass.EmergencyUses;
import dev.curfew.app.usecase.breakglass.Orders;
import dev.curfew.app.usecase.breakglass.status.Statuses;
import dev.curfew.app.usecase.notice.Notices;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.app.usecase.timeline.Timelines;
import dev.curfew.connector.alert.WebhookAlerts;
import dev.curfew.connector.http.Http;
import dev.curfew.governance.breakglass.PathBook;
import dev.curfew.governance.breakglass.drill.Drill;
import dev.curfew.governance.breakglass.drill.DrillLimits;
import dev.curfew.governance.breakglass.drill.Pausing;
import dev.curfew.governance.breakglass.use.UseBook;
import dev.curfew.governance.breakglass.use.UseJudge;
import dev.curfew.governance.custody.Custody;
import dev.curfew.governance.custody.EnvelopeFiles;
import dev.curfew.governance.custody.HolderKeys;
import dev.curfew.governance.officer.Office;
import dev.curfew.model.port.Connector;
import java.nio.file.Path;
import java.util.List;

/// What break-glass stands on: envelopes and custody keys in files of the workspace's folder, the ledger, and the
/// sources' doors.
final class BreakGlassParts {
    private static final String CUSTODY = "custody";

    private final Foundation base;
    private final Officers officers;
    private final PathBook book;
    private final UseBook uses;
    private final UseJudge judge;
    private final Doors doors;
    private final Custodians custodians;
    private final Orders orders;
    private final Drill.Ground ground;

    BreakGlassParts(
            Foundation base,
            Surroundings surroundings,
            Touches touches,
            Http http,
            List<Connector> connectors,
            Office office,
            Officers officers) {
        this.base = base;
        this.officers = officers;
        Path custody = base.workspace().directory().resolve(CUSTODY);
        book = new PathBook(office);
        uses = new UseBook(office);
        judge = new UseJudge(office, book);
        doors = new Doors(base.books(), connectors);
        custodians = new Custodians(
                base.books(), new HolderKeys(custody, base.workspace().passphrases(), surroundings.random()));
        orders = new Orders(office, custodians);
        ground = new Drill.Ground(
                new Custody(surroundings.random()),
                new EnvelopeFiles(custody),
                book,
                new WebhookAlerts(http),
                DrillLimits.DEFAULT,
                Pausing.REAL,
                touches.reliances(doors::places),
                surroundings.clock());
    }

    BreakGlasses breakGlasses() {
        return new BreakGlasses(base.books(), base.estate(), officers, book, uses, doors, custodians, orders, ground);
    }

    Statuses statuses(BreakGlasses paths, Notices notices, Timelines timelines) {
        return new Statuses(paths, notices, timelines, ground.alerts(), ground.clock());
    }

    EmergencyUses emergencyUses() {
        return new EmergencyUses(base.books(), officers, uses, judge, book, doors, orders, ground);
    }
}
