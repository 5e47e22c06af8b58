package dev.curfew.app.usecase.policy;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.judgement.PolicyVersion;
import dev.curfew.governance.judgement.Replay;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.model.port.Progress;
import java.time.Duration;
import java.util.List;

/// The policies that decide requests.
public final class PolicyRules {
    private final Books books;
    private final Officers officers;
    private final PolicyBook book;
    private final Replay replay;

    public PolicyRules(Books books, Officers officers, PolicyBook book, Replay replay) {
        this.books = books;
        this.officers = officers;
        this.book = book;
        this.replay = replay;
    }

    /// @throws Refused if they are not what an officer signed
    public PolicyVersion inForce() {
        return Outcomes.require(books.read(book::inForce));
    }

    /// How old a sign-in may be that the policies in force ask for, the shortest first; none: they ask for no sign-in.
    ///
    /// @throws Refused as [#inForce]
    public List<Duration> signInLimits() {
        return Outcomes.require(books.read(book::current)).signInLimits();
    }

    /// All there were, oldest first; number 0 are those that Curfew brings.
    ///
    /// @throws Refused if one is not what an officer signed
    public List<PolicyVersion> history() {
        return Outcomes.require(books.read(book::versions));
    }

    /// Asks them every question that was ever decided here.
    ///
    /// @throws Refused if they cannot be used
    public Replay.Result replay(String policies, Progress progress) throws InterruptedException {
        return replay.of(PolicyTest.compiled(policies), progress);
    }

    /// Puts them in force.
    ///
    /// @throws Refused as [PolicyTest#run], or if the workspace is read-only
    public PolicyVersion save(OfficerLogin officer, PolicyPack pack) {
        books.requireWritable();
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(book.save(key, pack));
        }
    }
}
