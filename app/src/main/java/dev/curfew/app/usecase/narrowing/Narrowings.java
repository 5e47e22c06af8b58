package dev.curfew.app.usecase.narrowing;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.model.port.Progress;
import dev.curfew.revocation.narrowing.Applying;
import dev.curfew.revocation.narrowing.NarrowOrder;
import dev.curfew.revocation.narrowing.NarrowPlan;
import dev.curfew.revocation.narrowing.Narrowing;
import dev.curfew.revocation.narrowing.Return;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Narrows policies to what they are used for: planned, announced, written, and put back.
public final class Narrowings {
    private final Books books;
    private final Officers officers;
    private final Applying applying;
    private final Return back;

    public Narrowings(Books books, Officers officers, Applying applying, Return back) {
        this.books = books;
        this.officers = officers;
        this.applying = applying;
        this.back = back;
    }

    /// In the order of their beginning.
    public List<Narrowing> all() {
        return applying.all();
    }

    /// What narrowing would do. Changes nothing.
    ///
    /// @throws dev.curfew.app.usecase.Refused if it cannot be narrowed, or what it is used for is not known whole
    public NarrowPlan plan(NarrowOrder order, Progress progress) throws InterruptedException {
        return Outcomes.require(applying.plan(order, progress));
    }

    /// Announces it for a later time.
    ///
    /// @param shown as in `Applying.apply`
    /// @throws dev.curfew.app.usecase.Refused as [#plan], or if it is not what was planned
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Narrowing notice(
            OfficerLogin officer,
            NarrowOrder order,
            String reason,
            Optional<String> shown,
            Duration notice,
            Progress progress)
            throws InterruptedException {
        books.requireWritable();
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(applying.notice(key, order, reason, shown, notice, progress));
        }
    }

    /// Writes the narrower policy.
    ///
    /// @param shown as in `Applying.apply`
    /// @throws dev.curfew.app.usecase.Refused as [#plan], or if it is not what was planned or announced
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Narrowing apply(
            OfficerLogin officer, NarrowOrder order, String reason, Optional<String> shown, Progress progress)
            throws InterruptedException {
        books.requireWritable();
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(applying.apply(key, order, reason, shown, progress));
        }
    }

    /// Puts the former policy back.
    ///
    /// @throws dev.curfew.app.usecase.Refused if it was changed since
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Narrowing rollback(OfficerLogin officer, String id) throws InterruptedException {
        books.requireWritable();
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(back.back(key, id));
        }
    }
}
