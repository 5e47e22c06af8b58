package dev.curfew.app.usecase.officer;

import dev.curfew.governance.roster.chain.SignInProvider;
import dev.curfew.governance.signin.SignIn;
import java.net.URI;
import java.time.Instant;
import java.util.function.Consumer;

/// Has a person show who they are, where officers do.
@FunctionalInterface
public interface SignInDoor {
    /// What the person does.
    ///
    /// @param address to open in a browser: here, or on another device where there is a code
    /// @param code to enter there; empty where there is none
    record Prompt(URI address, String code) {}

    /// Who came in.
    ///
    /// @param subject as the issuer names them for good
    /// @param authTime when they showed it
    record Came(String subject, Instant authTime) {}

    /// @param show tells the person what to do; what it is given is of use for minutes
    /// @throws dev.curfew.app.usecase.Refused with the reason, if nobody came in
    Came open(SignInProvider provider, SignIn.How how, Consumer<Prompt> show) throws InterruptedException;
}
