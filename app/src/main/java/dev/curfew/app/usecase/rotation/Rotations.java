package dev.curfew.app.usecase.rotation;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.model.port.Progress;
import dev.curfew.revocation.rotation.CutOrder;
import dev.curfew.revocation.rotation.CutReport;
import dev.curfew.revocation.rotation.Cutting;
import dev.curfew.revocation.rotation.HandOver;
import dev.curfew.revocation.rotation.Look;
import dev.curfew.revocation.rotation.RotateOrder;
import dev.curfew.revocation.rotation.Rotating;
import dev.curfew.revocation.rotation.Rotation;
import dev.curfew.revocation.rotation.WayBack;
import java.util.List;
import java.util.Optional;

/// Replaces credentials: a second one is made and handed over, the old one watched until it is quiet, then cut.
public final class Rotations {
    /// Whoever looks signs nothing.
    private static final String NOBODY = "curfew";

    private final Books books;
    private final Officers officers;
    private final Rotating rotating;
    private final Cutting cutting;
    private final WayBack wayBack;

    public Rotations(Books books, Officers officers, Rotating rotating, Cutting cutting, WayBack wayBack) {
        this.books = books;
        this.officers = officers;
        this.rotating = rotating;
        this.cutting = cutting;
        this.wayBack = wayBack;
    }

    /// In the order of their beginning.
    public List<Rotation> all() {
        return rotating.all();
    }

    /// Makes a second credential, tries it, and hands it over.
    ///
    /// @throws dev.curfew.app.usecase.Refused if it cannot be rotated; then nothing is left of it but what the words
    ///     say
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Rotation start(OfficerLogin officer, RotateOrder order, HandOver handOver) throws InterruptedException {
        books.requireWritable();
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(rotating.start(key, order, handOver));
        }
    }

    /// Asks the source when the old one was last used.
    ///
    /// @throws dev.curfew.app.usecase.Refused if there is no such rotation
    public Look look(String id) throws InterruptedException {
        books.requireWritable();
        return Outcomes.require(rotating.look(NOBODY, id));
    }

    /// Switches the old one off; where it can only be ended, ends it.
    ///
    /// @throws dev.curfew.app.usecase.Refused if it is not quiet, the new one does not work, or as
    ///     `Revocations.run`
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public CutReport cut(OfficerLogin officer, String id, CutOrder order, Progress progress)
            throws InterruptedException {
        books.requireWritable();
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(cutting.cut(key, id, order, progress));
        }
    }

    /// Deletes the old one after it was cut.
    ///
    /// @throws dev.curfew.app.usecase.Refused as [#cut]
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public CutReport end(OfficerLogin officer, String id, CutOrder order, Progress progress)
            throws InterruptedException {
        books.requireWritable();
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(cutting.end(key, id, order, progress));
        }
    }

    /// One stage back.
    ///
    /// @throws dev.curfew.app.usecase.Refused if there is no way back
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Rotation back(OfficerLogin officer, String id, Optional<String> stray) throws InterruptedException {
        books.requireWritable();
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(wayBack.back(key, id, stray));
        }
    }
}
