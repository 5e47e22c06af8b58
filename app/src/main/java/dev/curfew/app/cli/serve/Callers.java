package dev.curfew.app.cli.serve;

import dev.curfew.app.cli.serve.http.Inbound;
import dev.curfew.app.cli.serve.http.Problem;
import dev.curfew.app.cli.serve.http.ProblemKind;
import dev.curfew.app.usecase.counter.Caller;
import dev.curfew.connector.http.Trust;
import dev.curfew.connector.workload.ClientCertificates;
import dev.curfew.connector.workload.OidcIssuer;
import dev.curfew.connector.workload.OidcTokens;
import dev.curfew.connector.workload.TokenVerdict;
import dev.curfew.governance.workload.Witness;
import dev.curfew.governance.workload.WorkloadTrust;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.text.Messages;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;

/// Which workload asks: by the token it shows, or else by its certificate.
final class Callers {
    private static final Messages MESSAGES = Messages.of(Callers.class);
    private static final String BEARER = "bearer ";

    private final Trusts trusts;
    private final OidcTokens tokens;

    Callers(Trusts trusts, OidcTokens tokens) {
        this.trusts = trusts;
        this.tokens = tokens;
    }

    /// Asks nobody whether it is any good.
    ///
    /// @throws Problem if the request shows neither a token nor a certificate
    void requireShown(Inbound request) {
        List<String> authorization = request.header("Authorization");
        if (authorization.size() > 1
                || (authorization.isEmpty() && request.certificates().isEmpty())) {
            throw unauthenticated("nothing", "");
        }
    }

    /// @throws Problem unless somebody trusted says which workload the request is of
    Caller of(Inbound request) throws InterruptedException {
        requireShown(request);
        List<String> authorization = request.header("Authorization");
        return authorization.isEmpty()
                ? byCertificate(request.certificates())
                : byToken(bearer(authorization.getFirst()));
    }

    private static String bearer(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw unauthenticated("nothing", "");
        }
        return header.substring(BEARER.length()).strip();
    }

    private Caller byToken(String token) throws InterruptedException {
        String issuer = OidcTokens.claimedIssuer(token);
        TokenVerdict.Reason reason = issuer.isEmpty() ? TokenVerdict.Reason.MALFORMED : TokenVerdict.Reason.ISSUER;
        boolean stranger = false;
        for (WorkloadTrust trust : trusts.current()) {
            if (!(trust.witness() instanceof Witness.Issuer one)
                    || !one.issuer().toString().equals(issuer)) {
                continue;
            }
            switch (tokens.verify(token, issuer(one))) {
                case TokenVerdict.Accepted(String subject, var _) -> {
                    if (admits(trust, subject)) {
                        return Caller.by(trust, subject);
                    }
                    stranger = true;
                }
                case TokenVerdict.Rejected(TokenVerdict.Reason why) -> reason = why;
                case TokenVerdict.Unavailable(String detail) ->
                    throw Problem.of(ProblemKind.ISSUER_UNAVAILABLE, detail).header("Retry-After", "10");
            }
        }
        throw stranger ? notTrusted() : unauthenticated("token." + reason, "error=\"invalid_token\"");
    }

    private static OidcIssuer issuer(Witness.Issuer issuer) {
        return new OidcIssuer(
                issuer.issuer(),
                issuer.audience(),
                issuer.caCertificates().isEmpty() ? null : new Trust(issuer.caCertificates()),
                issuer.privateAllowed());
    }

    private Caller byCertificate(List<X509Certificate> chain) throws InterruptedException {
        String subject = ClientCertificates.subject(chain.getFirst()).orElse("");
        boolean stranger = false;
        for (WorkloadTrust trust : trusts.current()) {
            if (trust.witness() instanceof Witness.Authority(String ca)
                    && ClientCertificates.isOf(new Trust(ca), chain)) {
                if (admits(trust, subject)) {
                    return Caller.by(trust, subject);
                }
                stranger = true;
            }
        }
        throw stranger ? notTrusted() : unauthenticated("certificate", "");
    }

    private static boolean admits(WorkloadTrust trust, String subject) {
        return Workload.isSubject(subject) && trust.admits(subject);
    }

    private static Problem notTrusted() {
        return Problem.of(ProblemKind.NOT_TRUSTED, MESSAGES.text("stranger"));
    }

    /// RFC 6750, section 3.
    private static Problem unauthenticated(String key, String parameter) {
        return Problem.of(ProblemKind.UNAUTHENTICATED, MESSAGES.text(key))
                .header("WWW-Authenticate", ("Bearer " + parameter).strip());
    }
}
