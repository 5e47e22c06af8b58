package dev.curfew.app.usecase.playbook;

import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.owner.OwnerRow;
import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.app.usecase.revocation.Revocations;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.leak.Tellings;
import dev.curfew.revocation.playbook.Match;
import dev.curfew.revocation.playbook.PlaybookRun;
import dev.curfew.revocation.reaction.PlaybookDesk;
import dev.curfew.revocation.reaction.Reacted;
import dev.curfew.revocation.reaction.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What may be done without asking, what it did, and what sets it off.
public final class Playbooks {
    private static final Messages MESSAGES = Messages.of(Playbooks.class);

    private final Books books;
    private final Estate estate;
    private final Supplier<EstateGraph> access;
    private final Supplier<Noted> noted;
    private final Officers officers;
    private final Office office;
    private final PlaybookDesk desk;
    private final Reaction reaction;
    private final Revocations revocations;

    /// @param access the access graph of the newest snapshot
    /// @param noted what the workspace knows that no snapshot holds
    public Playbooks(
            Books books,
            Estate estate,
            Supplier<EstateGraph> access,
            Supplier<Noted> noted,
            Officers officers,
            Office office,
            PlaybookDesk desk,
            Reaction reaction,
            Revocations revocations) {
        this.books = books;
        this.estate = estate;
        this.access = access;
        this.noted = noted;
        this.officers = officers;
        this.office = office;
        this.desk = desk;
        this.reaction = reaction;
        this.revocations = revocations;
    }

    /// In the order in which they were brought.
    public Believed<SignedPlaybook> list() {
        return desk.list();
    }

    /// The newest of that name that can be signed.
    ///
    /// @throws Refused if there is none
    public Playbook toSign(String name) {
        return Outcomes.require(desk.toSign(name));
    }

    /// @throws Refused if it is no playbook, or one that is not allowed; says every problem
    public Playbook usable(String text) {
        return Outcomes.require(desk.usable(text));
    }

    /// What would set it off now, and what it would touch for it, ceiling and earlier runs aside.
    public List<Match> matches(Playbook playbook) {
        return desk.matches(playbook, estate.current(), access, noted.get());
    }

    /// @param shown what would set it off, as the officer was shown
    /// @throws Refused if it was withdrawn or cannot be signed now, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public SignedPlaybook sign(OfficerLogin officer, Playbook playbook, List<Match> shown) {
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(desk.sign(key, playbook, shown));
        }
    }

    /// For good.
    ///
    /// @return all of that name
    /// @throws Refused if there is nothing to withdraw, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public List<SignedPlaybook> withdraw(OfficerLogin officer, String name, String remark) {
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(desk.withdraw(key, name, remark));
        }
    }

    /// Oldest first. One whose plan is not there, or is not believed, hides no other.
    public Believed<PlaybookCase> runs() {
        List<PlaybookCase> runs = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        for (PlaybookRun run : desk.runs()) {
            try {
                runs.add(withPlan(run));
            } catch (Refused refused) {
                doubts.add(MESSAGES.text("run.doubt", run.plan(), refused.getMessage()));
            }
        }
        return new Believed<>(runs, doubts);
    }

    private PlaybookCase withPlan(PlaybookRun run) {
        return new PlaybookCase(run, revocations.find(run.plan()));
    }

    /// @param right whether it should have been done
    /// @throws Refused if there is no such run, it was reviewed before, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public PlaybookCase review(OfficerLogin officer, String plan, boolean right, String remark) {
        try (OfficerKey key = officers.unlock(officer)) {
            return withPlan(Outcomes.require(desk.review(key, plan, right, remark)));
        }
    }

    /// Enters that credentials leaked; what follows is the playbooks' matter.
    ///
    /// @throws Refused if the workspace is read-only
    public void tellLeaked(List<CredentialId> credentials) {
        books.write(transaction -> {
            Tellings tellings = new Tellings(office.auditLog());
            credentials.forEach(
                    id -> tellings.leaked(transaction, id, office.clock().instant()));
            return credentials;
        });
    }

    /// Enters that an owner is gone, by any sure name of theirs.
    ///
    /// @return how many identities they answer for
    /// @throws Refused if they answer for nothing, or the workspace is read-only
    public long tellGone(String owner) {
        long owned = OwnerRow.ownedBy(estate.current().snapshot(), owner).size();
        if (owned == 0) {
            throw new Refused(MESSAGES.text("owns-nothing", owner));
        }
        books.write(transaction -> {
            new Tellings(office.auditLog())
                    .gone(transaction, owner, office.clock().instant());
            return owner;
        });
        return owned;
    }

    /// Does what the playbooks in force say about what is found now, and goes on with what was cut off.
    ///
    /// @param told of each thing as it happens
    /// @throws Refused if the workspace is read-only
    public void react(Consumer<Reacted> told) throws InterruptedException {
        books.requireWritable();
        reaction.react(estate.current(), access, noted.get(), told);
    }

    /// How long the ledger is: as long as it does not grow, nothing has happened.
    public long happened() {
        return books.read(transaction -> office.auditLog().checkpoint(transaction))
                .map(Checkpoint::size)
                .orElse(0L);
    }
}
