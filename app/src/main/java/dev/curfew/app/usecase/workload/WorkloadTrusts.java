package dev.curfew.app.usecase.workload;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.workload.TrustBook;
import dev.curfew.governance.workload.Witness;
import dev.curfew.governance.workload.WorkloadKeys;
import dev.curfew.governance.workload.WorkloadTrust;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Who is trusted to say which workload asks.
public final class WorkloadTrusts {
    private static final Messages MESSAGES = Messages.of(WorkloadTrusts.class);

    private final Books books;
    private final Officers officers;
    private final TrustBook book;
    private final WorkloadKeys keys;
    private final InstantSource clock;

    public WorkloadTrusts(Books books, Officers officers, TrustBook book, WorkloadKeys keys, InstantSource clock) {
        this.books = books;
        this.officers = officers;
        this.book = book;
        this.keys = keys;
        this.clock = clock;
    }

    /// In the order of their first entry.
    public List<WorkloadTrust> list() {
        return kept().all();
    }

    /// As [#list], with what is not what its officer signed.
    public Believed<WorkloadTrust> kept() {
        return books.read(book::inForce);
    }

    /// Trusts a witness, in place of what was trusted by that name; requests already made stay.
    ///
    /// @param subjects which workloads may ask, as in `WorkloadTrust.subjects`
    /// @throws Refused if the name is no name, a subject no pattern, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public WorkloadTrust trust(OfficerLogin login, String name, Witness witness, List<String> subjects) {
        if (!Officer.isName(name)) {
            throw new Refused(MESSAGES.text("not-a-name", name));
        }
        if (subjects.isEmpty()) {
            throw new Refused(MESSAGES.text("no-subject"));
        }
        subjects.stream()
                .filter(text -> !WorkloadTrust.isPattern(text))
                .findFirst()
                .ifPresent(text -> {
                    throw new Refused(MESSAGES.text("not-a-pattern", text));
                });
        try (OfficerKey key = officers.unlock(login)) {
            String publicKey = find(name)
                    .filter(_ -> keys.has(name))
                    .map(WorkloadTrust::publicKey)
                    .orElseGet(() -> keys.make(name));
            return enter(key, new WorkloadTrust(name, witness, subjects, publicKey, login.name(), clock.instant()));
        }
    }

    /// Trusts it no longer: what its workloads asked for and did not get yet, they do not get.
    ///
    /// @throws Refused if there is none of that name, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public WorkloadTrust withdraw(OfficerLogin login, String name) {
        try (OfficerKey key = officers.unlock(login)) {
            WorkloadTrust trust = find(name).orElseThrow(() -> new Refused(MESSAGES.text("unknown", name)));
            WorkloadTrust none = new WorkloadTrust(
                    name, trust.witness(), List.of(), trust.publicKey(), login.name(), clock.instant());
            WorkloadTrust entered = enter(key, none);
            keys.remove(name);
            return entered;
        }
    }

    private Optional<WorkloadTrust> find(String name) {
        return list().stream().filter(trust -> trust.name().equals(name)).findFirst();
    }

    private WorkloadTrust enter(OfficerKey key, WorkloadTrust trust) {
        return Outcomes.require(books.write(transaction -> book.enter(transaction, key, trust)));
    }
}
