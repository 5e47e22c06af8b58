package dev.curfew.app.wiring.signin;

import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.SignInDoor;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.Trust;
import dev.curfew.connector.signin.BrowserSignIn;
import dev.curfew.connector.signin.DeviceSignIn;
import dev.curfew.connector.signin.SignInOutcome;
import dev.curfew.connector.workload.OidcIssuer;
import dev.curfew.connector.workload.OidcTokens;
import dev.curfew.governance.roster.chain.SignInProvider;
import dev.curfew.governance.signin.SignIn;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// OpenID Connect, in this machine's browser or with a code on another device.
public final class OidcDoor implements SignInDoor {
    private final BrowserSignIn browser;
    private final DeviceSignIn device;

    public OidcDoor(Http http, InstantSource clock, SecureRandom random) {
        OidcTokens tokens = new OidcTokens(http, clock);
        browser = new BrowserSignIn(http, tokens, clock, random);
        device = new DeviceSignIn(http, tokens, clock, random);
    }

    @Override
    public Came open(SignInProvider provider, SignIn.How how, Consumer<Prompt> show) throws InterruptedException {
        OidcIssuer issuer =
                new OidcIssuer(provider.issuer(), provider.clientId(), trust(provider), provider.privateAllowed());
        SignInOutcome outcome = switch (how) {
            case BROWSER -> browser.at(issuer, address -> show.accept(new Prompt(address, "")));
            case DEVICE_CODE -> device.at(issuer, told -> show.accept(new Prompt(told.address(), told.code())));
        };
        return switch (outcome) {
            case SignInOutcome.SignedIn(String subject, Instant authTime) -> new Came(subject, authTime);
            case SignInOutcome.Failed(SignInOutcome.Flaw _, String words) -> throw new Refused(words);
        };
    }

    private static @Nullable Trust trust(SignInProvider provider) {
        return provider.caCertificates().isEmpty() ? null : new Trust(provider.caCertificates());
    }
}
