package dev.curfew.app.wiring;

import dev.curfew.app.usecase.officer.Delegations;
import dev.curfew.app.usecase.officer.KeptPassphrases;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.app.usecase.officer.RosterFiles;
import dev.curfew.app.usecase.officer.Rosters;
import dev.curfew.app.usecase.officer.SignIns;
import dev.curfew.app.usecase.policy.PolicyRules;
import dev.curfew.app.wiring.signin.OidcDoor;
import dev.curfew.connector.http.Http;
import dev.curfew.governance.delegation.DelegationDesk;
import dev.curfew.governance.exchange.RosterAnswering;
import dev.curfew.governance.exchange.RosterAsking;
import dev.curfew.governance.officer.KeyTokens;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerDesk;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.officer.token.Pkcs11Tokens;
import dev.curfew.governance.roster.RosterDesk;
import dev.curfew.governance.signin.SignInBook;
import java.nio.file.Path;
import java.util.function.Supplier;

/// What officers are, in which roster they stand, and how they sign in.
final class OfficerParts {
    private static final String OFFICER_KEYS = "officers";

    /// A library that is run, so it is named by who starts the program, and never by a file of the workspace.
    private static final String TOKEN_MODULE = "CURFEW_PKCS11_MODULE";

    private final Foundation base;
    private final Surroundings surroundings;
    private final Office office;
    private final Touches touches;

    OfficerParts(Foundation base, Surroundings surroundings, Office office, Touches touches) {
        this.base = base;
        this.surroundings = surroundings;
        this.office = office;
        this.touches = touches;
    }

    Officers officers() {
        OfficerKeys keys = new OfficerKeys(
                base.workspace().directory().resolve(OFFICER_KEYS),
                base.workspace().passphrases(),
                surroundings.random(),
                surroundings.clock(),
                tokens());
        return new Officers(
                base.books(),
                new OfficerDesk(office, keys),
                keys,
                new KeptPassphrases(touches::keychain, base.workspace().id()));
    }

    private static KeyTokens tokens() {
        String module = System.getenv(TOKEN_MODULE);
        return module == null || module.isBlank()
                ? KeyTokens.NONE
                : new Pkcs11Tokens(Path.of(module).toAbsolutePath());
    }

    Rosters rosters(Officers officers) {
        return new Rosters(officers, new RosterDesk(office));
    }

    RosterFiles rosterFiles(Officers officers) {
        return new RosterFiles(base.books(), officers, new RosterAsking(office), new RosterAnswering(office));
    }

    Delegations delegations(Officers officers) {
        return new Delegations(officers, new DelegationDesk(office));
    }

    SignIns signIns(Officers officers, Http http, Supplier<PolicyRules> policies) {
        return new SignIns(
                officers,
                new SignInBook(office),
                () -> policies.get().signInLimits(),
                new OidcDoor(http, surroundings.clock(), surroundings.random()));
    }
}
