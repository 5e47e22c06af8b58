package dev.curfew.app.usecase.breakglass;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.Isolation;
import dev.curfew.governance.breakglass.PathBook;
import dev.curfew.governance.breakglass.SealState;
import dev.curfew.governance.breakglass.Trend;
import dev.curfew.governance.breakglass.drill.Drill;
import dev.curfew.governance.breakglass.drill.DrillOrder;
import dev.curfew.governance.breakglass.drill.FirstSealing;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.governance.breakglass.use.UseBook;
import dev.curfew.governance.custody.Holder;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.ledger.log.LedgerException;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Break-glass paths: registered with a credential that is replaced at once and sealed to its holders, and drilled for
/// real (principle S08).
public final class BreakGlasses {
    private static final Messages MESSAGES = Messages.of(BreakGlasses.class);

    private final Books books;
    private final Estate estate;
    private final Officers officers;
    private final PathBook book;
    private final UseBook uses;
    private final Doors doors;
    private final Custodians custodians;
    private final Orders orders;
    private final Drill.Ground ground;

    public BreakGlasses(
            Books books,
            Estate estate,
            Officers officers,
            PathBook book,
            UseBook uses,
            Doors doors,
            Custodians custodians,
            Orders orders,
            Drill.Ground ground) {
        this.books = books;
        this.estate = estate;
        this.officers = officers;
        this.book = book;
        this.uses = uses;
        this.doors = doors;
        this.custodians = custodians;
        this.orders = orders;
        this.ground = ground;
    }

    /// In the order of their registration. What is not believed of one is in its doubts.
    public List<BreakGlassCase> list() {
        return kept().all();
    }

    /// As [#list], with a sentence for each path that is not listed, because its registration is not believed.
    public Believed<BreakGlassCase> kept() {
        Believed<BreakGlassPath> registered = registered();
        return registered.with(registered.all().stream().map(this::of).toList());
    }

    /// Those of [#kept].
    public List<String> doubts() {
        return registered().doubts();
    }

    /// Out of an export nothing can be drilled, and its ledger is no log that confirms.
    private Believed<BreakGlassPath> registered() {
        return books.isReadOnly() ? Believed.nothing() : books.read(book::paths);
    }

    /// A path whose drill is due, and since when.
    public record DueDrill(String path, Instant at) {}

    /// Those whose drill is due; without what it takes more to find out.
    public List<DueDrill> dueDrills() {
        Instant now = ground.clock().instant();
        return registered().all().stream()
                .map(path -> new DueDrill(path.name(), dueOf(path, now)))
                .filter(due -> !due.at().isAfter(now))
                .toList();
    }

    private Instant dueOf(BreakGlassPath path, Instant now) {
        Due due = Due.of(path, drills(path).all(), now);
        // who has just registered it is about to drill it
        return due.state() == Due.State.NEVER ? due.at().plus(path.every()) : due.at();
    }

    /// @throws Refused if there is none of that name
    public BreakGlassCase find(String name) {
        return of(path(name));
    }

    private BreakGlassPath path(String name) {
        return Outcomes.require(books.read(transaction -> book.find(transaction, name)));
    }

    private BreakGlassCase of(BreakGlassPath path) {
        Believed<DrillReport> drilled = drills(path);
        Believed<PathUse> used = confirmed(transaction -> uses.all(transaction, path.name()));
        List<DrillReport> drills = drilled.all();
        Instant now = ground.clock().instant();
        return new BreakGlassCase(
                path,
                SealState.of(path.name(), ground.files(), book),
                drills,
                Due.of(path, drills, now),
                Trend.of(drills),
                used.all(),
                Isolation.of(path, estate.current(), doors.traits(path), known(path, drills, used.all())),
                Believed.doubts(used, drilled));
    }

    private Believed<DrillReport> drills(BreakGlassPath path) {
        return confirmed(transaction -> book.drills(transaction, path.name()));
    }

    /// An entry that the ledger does not confirm is of one path, and hides no other.
    private <T> Believed<T> confirmed(Function<Transaction, Believed<T>> read) {
        try {
            return books.read(read);
        } catch (LedgerException e) {
            return new Believed<>(List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    /// When the account is used as it should be.
    private static List<Isolation.Span> known(BreakGlassPath path, List<DrillReport> drills, List<PathUse> used) {
        List<Isolation.Span> known =
                new ArrayList<>(List.of(new Isolation.Span(path.registeredAt(), path.registeredAt())));
        drills.forEach(drill -> known.add(new Isolation.Span(drill.startedAt(), drill.endedAt())));
        used.forEach(use -> known.add(use.span()));
        return known;
    }

    /// The connected sources at which a path can be registered, by name.
    public List<SourceName> sources() {
        return books.isReadOnly() ? List.of() : doors.sources();
    }

    /// Registers a path, replaces the credential at the source, and seals the new one.
    ///
    /// @param holders who are to hold a share, with their passphrases
    /// @param credential neither kept nor closed here; worth nothing afterwards
    /// @throws Refused if a name is taken or no name, the source lets no such account in, or it may not replace its
    ///     own credential
    public BreakGlassCase register(OfficerLogin officer, List<OfficerLogin> holders, NewPath order, Secret credential)
            throws InterruptedException {
        books.requireWritable();
        if (!BreakGlassPath.isName(order.name())) {
            throw new Refused(MESSAGES.text("not-a-name", order.name()));
        }
        Connection connection = doors.connection(order.source());
        EmergencyDoor door = doors.of(connection);
        requireIn(order, door.attempt(credential));
        if (order.threshold() < 1 || order.threshold() > holders.size()) {
            throw new Refused(MESSAGES.text("threshold", order.threshold(), holders.size()));
        }
        try (OfficerKey key = officers.unlock(officer)) {
            List<Holder> bound = custodians.bound(holders);
            BreakGlassPath path = new BreakGlassPath(
                    order.name(),
                    order.source(),
                    door.account(credential),
                    order.canary(),
                    bound,
                    order.threshold(),
                    order.every(),
                    order.reviewWithin(),
                    order.alert(),
                    officer.name(),
                    ground.clock().instant());
            Outcomes.require(book.register(key, path));
            seal(path, connection, door, officer, credential);
            return of(path);
        }
    }

    private static void requireIn(NewPath order, ProbeOutcome outcome) {
        if (!(outcome instanceof ProbeOutcome.Accepted)) {
            throw new Refused(MESSAGES.text("not-in", order.source(), outcome.detail()));
        }
    }

    private void seal(
            BreakGlassPath path, Connection connection, EmergencyDoor door, OfficerLogin officer, Secret credential)
            throws InterruptedException {
        int number = custodians.lastNumber(path.name(), ground.files());
        DrillOrder order = orders.sealing(path, connection, officer);
        StageResult sealed = new FirstSealing(door, ground).seal(order, number, credential);
        if (!sealed.isFine()) {
            throw new Refused(MESSAGES.text("not-sealed", path.name(), sealed.sentence(), sealed.next()));
        }
    }

    /// Drills a path now, and enters what came of it.
    ///
    /// @param holders who open the envelope; whose key is lost or does not open is told in the report
    /// @throws Refused if there is no such path, or its source is not connected
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the officer's passphrase is wrong
    public DrillReport drill(OfficerLogin officer, List<OfficerLogin> holders, String name, Progress progress)
            throws InterruptedException {
        books.requireWritable();
        BreakGlassPath path = path(name);
        Connection connection = doors.connection(path.source());
        EmergencyDoor door = doors.of(connection);
        // Before anything is opened: whoever cannot sign for it does not begin.
        officers.unlock(officer).close();
        DrillOrder order = orders.opening("d", path, connection, officer, holders);
        DrillReport report = new Drill(door, ground).run(order, progress);
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(book.drilled(key, report));
        }
    }

    /// Those that are due.
    public List<BreakGlassCase> due() {
        return list().stream().filter(one -> one.due().isNow()).toList();
    }
}
