package dev.curfew.app.usecase.exception;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.request.bulk.Alike;
import dev.curfew.governance.request.bulk.BulkDesk;
import dev.curfew.governance.request.bulk.Decided;
import java.util.function.Consumer;

/// Decisions on requests of one shape: one passphrase, and for each a signature of its own.
public final class BulkDecisions {
    private final Books books;
    private final Officers officers;
    private final BulkDesk desk;

    public BulkDecisions(Books books, Officers officers, BulkDesk desk) {
        this.books = books;
        this.officers = officers;
        this.desk = desk;
    }

    /// What waits and is of one shape with this request.
    ///
    /// @throws dev.curfew.app.usecase.Refused if there is no such request, it does not wait, or the workspace is
    ///     read-only
    public Alike alike(String requestId) {
        books.requireWritable();
        return Outcomes.require(desk.alike(requestId));
    }

    /// Approves what was shown.
    ///
    /// @param voiceOf as `Exceptions.approve`
    /// @param told of each request as soon as it is signed or left
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong: nothing is signed
    public void approve(OfficerLogin officer, Alike shown, String voiceOf, Consumer<Decided> told) {
        try (OfficerKey key = officers.unlock(officer)) {
            desk.approve(shown, key, voiceOf, told);
        }
    }

    /// Denies what was shown.
    ///
    /// @param told of each request as soon as it is signed or left
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong: nothing is signed
    public void deny(OfficerLogin officer, Alike shown, String reason, Consumer<Decided> told) {
        try (OfficerKey key = officers.unlock(officer)) {
            desk.deny(shown, key, reason, told);
        }
    }
}
