package dev.curfew.app.console;

import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.blastradius.BlastRadiusScreen;
import dev.curfew.app.console.screen.breakglass.BreakGlassScreen;
import dev.curfew.app.console.screen.connections.ConnectionsScreen;
import dev.curfew.app.console.screen.exceptions.ExceptionsScreen;
import dev.curfew.app.console.screen.expiring.ExpiringScreen;
import dev.curfew.app.console.screen.inventory.InventoryScreen;
import dev.curfew.app.console.screen.ledger.LedgerScreen;
import dev.curfew.app.console.screen.overview.OverviewScreen;
import dev.curfew.app.console.screen.playbooks.PlaybooksScreen;
import dev.curfew.app.console.screen.policies.PoliciesScreen;
import dev.curfew.app.console.screen.revocation.RevocationScreen;
import dev.curfew.app.console.screen.rotation.RotationScreen;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.shell.Screens;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/// Which screen stands where: the one place that knows them all.
final class ConsoleScreens {

    private ConsoleScreens() {}

    static Screens of(Session session) {
        Map<Place, Supplier<Screen>> makers = new EnumMap<>(Place.class);
        makers.put(Place.OVERVIEW, () -> new OverviewScreen(session));
        makers.put(Place.INVENTORY, () -> new InventoryScreen(session));
        makers.put(Place.BLAST_RADIUS, () -> new BlastRadiusScreen(session));
        makers.put(Place.EXPIRING, () -> new ExpiringScreen(session));
        makers.put(Place.EXCEPTIONS, () -> new ExceptionsScreen(session));
        makers.put(Place.POLICIES, () -> new PoliciesScreen(session));
        makers.put(Place.PLAYBOOKS, () -> new PlaybooksScreen(session));
        makers.put(Place.REVOCATION, () -> new RevocationScreen(session));
        makers.put(Place.ROTATION, () -> new RotationScreen(session));
        makers.put(Place.LEDGER, () -> new LedgerScreen(session));
        makers.put(Place.BREAK_GLASS, () -> new BreakGlassScreen(session));
        makers.put(Place.CONNECTIONS, () -> new ConnectionsScreen(session));
        return new Screens(makers);
    }
}
