package dev.curfew.app.usecase.officer;

import dev.curfew.app.usecase.Outcomes;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.roster.chain.SignInProvider;
import dev.curfew.governance.signin.SignIn;
import dev.curfew.governance.signin.SignInBook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Has officers show who they are, besides by their key.
public final class SignIns {
    private final Officers officers;
    private final SignInBook book;
    private final Supplier<List<Duration>> limits;
    private final SignInDoor door;

    /// @param limits how old a sign-in may be that the policies in force ask for, the shortest first
    public SignIns(Officers officers, SignInBook book, Supplier<List<Duration>> limits, SignInDoor door) {
        this.officers = officers;
        this.book = book;
        this.limits = limits;
        this.door = door;
    }

    /// Who signed in on this machine.
    ///
    /// @throws dev.curfew.app.usecase.Refused if the roster does not hold, or the policies in force are not what an
    ///     officer signed
    public Presence presence() {
        List<SignIn> standing = Outcomes.require(book.standing());
        return new Presence(standing, standing.isEmpty() ? List.of() : limits.get());
    }

    /// Ends the officer's sign-ins. Nobody's passphrase is asked for, since it only takes.
    ///
    /// @return the one that stood; empty: there was none
    /// @throws dev.curfew.app.usecase.Refused if the roster does not hold, or the workspace is read-only
    public Optional<SignIn> signOut(String officer) {
        officers.requireWritable();
        return Outcomes.require(book.leave(officer));
    }

    /// Where they do.
    ///
    /// @throws dev.curfew.app.usecase.Refused if the roster does not say, or does not hold
    public SignInProvider provider() {
        return Outcomes.require(book.provider());
    }

    /// Has the officer sign in, and enters it, signed with their key.
    ///
    /// @param show as for [SignInDoor#open]
    /// @throws dev.curfew.app.usecase.Refused if nobody signed in or somebody else did, the roster does not say who the
    ///     officer is, or the workspace is read-only
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public SignIn signIn(OfficerLogin login, SignIn.How how, Consumer<SignInDoor.Prompt> show)
            throws InterruptedException {
        SignInProvider provider = provider();
        // a wrong passphrase is told before anybody goes to the browser; what it unlocks is locked again until they
        // are back
        officers.unlock(login).close();
        SignInDoor.Came came = door.open(provider, how, show);
        try (OfficerKey key = officers.unlock(login)) {
            return Outcomes.require(book.enter(key, provider.subject(came.subject()), came.authTime(), how));
        }
    }
}
