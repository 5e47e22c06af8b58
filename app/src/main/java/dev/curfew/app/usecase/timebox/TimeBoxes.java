package dev.curfew.app.usecase.timebox;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.revocation.timebox.BoxEnds;
import dev.curfew.revocation.timebox.BoxOrder;
import dev.curfew.revocation.timebox.BoxPlan;
import dev.curfew.revocation.timebox.Boxed;
import dev.curfew.revocation.timebox.Boxing;
import dev.curfew.revocation.timebox.Lifting;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Ends on access that stands already: looked at, put on it, done by the clock, and taken back.
public final class TimeBoxes {
    private final Books books;
    private final Officers officers;
    private final Boxing boxing;
    private final Lifting lifting;
    private final BoxEnds ends;

    /// An end that comes by the clock while an officer takes it back would be done on what stood before.
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public TimeBoxes(Books books, Officers officers, Boxing boxing, Lifting lifting, BoxEnds ends) {
        this.books = books;
        this.officers = officers;
        this.boxing = boxing;
        this.lifting = lifting;
        this.ends = ends;
    }

    /// In the order of their beginning.
    public List<Boxed> all() {
        return boxing.all();
    }

    /// What the end would do. Changes nothing.
    ///
    /// @throws dev.curfew.app.usecase.Refused if no such end can be put on it
    public BoxPlan plan(BoxOrder order) throws InterruptedException {
        return Outcomes.require(boxing.plan(order));
    }

    /// Puts the end on it.
    ///
    /// @param shown as in `Boxing.apply`
    /// @throws dev.curfew.app.usecase.Refused as [#plan], or if it is not what was planned
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Boxed apply(OfficerLogin officer, BoxOrder order, String reason, Optional<String> shown)
            throws InterruptedException {
        books.requireWritable();
        try (OfficerKey key = officers.unlock(officer)) {
            return alone(() -> Outcomes.require(boxing.apply(key, order, reason, shown)));
        }
    }

    /// Has the access stand as it did before, also after its end.
    ///
    /// @throws dev.curfew.app.usecase.Refused if it was changed since
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Boxed rollback(OfficerLogin officer, String id) throws InterruptedException {
        books.requireWritable();
        try (OfficerKey key = officers.unlock(officer)) {
            return alone(() -> Outcomes.require(lifting.lift(key, id)));
        }
    }

    /// Ends whatever is due.
    ///
    /// @return as `BoxEnds.due`
    /// @throws dev.curfew.app.usecase.Refused if the workspace is read-only
    public List<Boxed> endDue() throws InterruptedException {
        books.requireWritable();
        return alone(ends::due);
    }

    @FunctionalInterface
    private interface Act<T> {
        T done() throws InterruptedException;
    }

    private <T> T alone(Act<T> act) throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            return act.done();
        } finally {
            oneAtATime.unlock();
        }
    }
}
