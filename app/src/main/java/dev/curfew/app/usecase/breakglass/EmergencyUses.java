package dev.curfew.app.usecase.breakglass;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.PathBook;
import dev.curfew.governance.breakglass.drill.Drill;
import dev.curfew.governance.breakglass.drill.DrillOrder;
import dev.curfew.governance.breakglass.drill.EmergencyUse;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.use.ClosingKey;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.governance.breakglass.use.UseBook;
import dev.curfew.governance.breakglass.use.UseJudge;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Break-glass paths used in earnest: so many of the holders open, nobody else is waited for; each use is counted, has
/// a reason, and has to be reviewed by somebody else in time.
public final class EmergencyUses {
    private static final Messages MESSAGES = Messages.of(EmergencyUses.class);

    private final Books books;
    private final Officers officers;
    private final PathBook paths;
    private final UseBook uses;
    private final UseJudge judge;
    private final Doors doors;
    private final Orders orders;
    private final Drill.Ground ground;

    public EmergencyUses(
            Books books,
            Officers officers,
            UseBook uses,
            UseJudge judge,
            PathBook paths,
            Doors doors,
            Orders orders,
            Drill.Ground ground) {
        this.books = books;
        this.officers = officers;
        this.paths = paths;
        this.uses = uses;
        this.judge = judge;
        this.doors = doors;
        this.orders = orders;
        this.ground = ground;
    }

    /// All uses of a path, oldest first, as far as they are signed.
    ///
    /// @throws Refused if there is no such path, or it is not what its officer signed
    public Believed<PathUse> kept(String path) {
        BreakGlassPath found = path(path);
        return books.read(transaction -> uses.all(transaction, found.name()));
    }

    /// Those of [#kept] that are believed.
    public List<PathUse> list(String path) {
        return kept(path).all();
    }

    private BreakGlassPath path(String name) {
        return Outcomes.require(books.read(transaction -> paths.find(transaction, name)));
    }

    /// Opens the envelope, logs in, and enters that it is open: before anybody is handed anything.
    ///
    /// @throws Refused if there is no such path, no reason, who approves is who opens it, or it does not open
    /// @throws dev.curfew.governance.officer.OfficerKeyException if a passphrase is wrong
    public OpenUse open(OfficerLogin officer, List<OfficerLogin> holders, UseOrder wanted, Progress progress)
            throws InterruptedException {
        books.requireWritable();
        wanted.check(officer);
        BreakGlassPath path = path(wanted.path());
        Connection connection = doors.connection(path.source());
        EmergencyDoor door = doors.of(connection);
        DrillOrder order = orders.opening("u", path, connection, officer, holders);
        try (OfficerKey key = officers.unlock(officer);
                OfficerKey approver = wanted.approver().map(officers::unlock).orElse(null)) {
            EmergencyUse.Opening opening = EmergencyUse.open(door, ground, order, wanted.reason(), progress);
            EmergencyUse session = opening.use()
                    .orElseThrow(
                            () -> new Refused(EmergencyUse.words(opening.why().orElseThrow())));
            return entered(key, Optional.ofNullable(approver), session, wanted);
        }
    }

    /// What is not entered is not handed over.
    private OpenUse entered(OfficerKey key, Optional<OfficerKey> approver, EmergencyUse session, UseOrder wanted)
            throws InterruptedException {
        boolean entered = false;
        try {
            Instant now = ground.clock().instant();
            DrillOrder order = session.order();
            PathUse use = new PathUse(
                    order.id(),
                    order.path().name(),
                    key.officer(),
                    wanted.reason(),
                    order.openedBy(),
                    approver.map(OfficerKey::officer),
                    now,
                    now.plus(order.path().reviewWithin()),
                    Optional.of(end(session, now.plus(wanted.atMost()))),
                    session.told(),
                    said(order.path(), key.officer(), approver.map(OfficerKey::officer), wanted),
                    Optional.empty(),
                    Optional.empty());
            ClosingKey closer = uses.closingKey();
            Outcomes.require(uses.opened(key, approver, closer, use));
            entered = true;
            return new OpenUse(use, session, closer);
        } finally {
            if (!entered) {
                finish(session);
            }
        }
    }

    /// Policies that cannot be asked hold up no emergency either.
    private PathUse.Said said(BreakGlassPath path, String officer, Optional<String> approver, UseOrder wanted) {
        return switch (judge.judge(path, officer, approver, wanted.reason(), wanted.atMost())) {
            case Outcome.Done<Judgement>(Judgement judgement) ->
                new PathUse.Said(judgement.words(), judgement.policiesHash());
            case Outcome.Refused<Judgement>(Refusal _, String words) ->
                new PathUse.Said(MESSAGES.text("policies.not-asked", words), "");
        };
    }

    /// Also if this thread was asked to stop: nobody else could.
    private static void finish(EmergencyUse session) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        try (session) {
            session.finish(Progress.SILENT);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Instant end(EmergencyUse session, Instant meant) {
        return session.endsAt().filter(at -> at.isBefore(meant)).orElse(meant);
    }

    /// Ends the session, replaces the credential, seals the new one, and enters it.
    ///
    /// @param details how the command ended
    /// @return the stages, in order
    /// @throws InterruptedException if it was cancelled: it is still open then, its session ended as far as the source
    ///     answered, and goes on where it is closed again
    public List<StageResult> close(OpenUse open, Map<String, Object> details, Progress progress)
            throws InterruptedException {
        List<StageResult> stages = open.session().finish(progress);
        uses.closed(open.use(), open.closer(), stages, details);
        return stages;
    }

    /// An officer who took no part in it has looked at a use.
    ///
    /// @throws Refused if there is no such use, or the officer took part in it
    public PathUse review(OfficerLogin officer, String path, String useId, String remark) {
        books.requireWritable();
        PathUse use = list(path).stream()
                .filter(one -> one.id().equals(useId))
                .findFirst()
                .orElseThrow(() -> new Refused(MESSAGES.text("unknown-use", useId, path)));
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(uses.reviewed(key, use, remark));
        }
    }
}
