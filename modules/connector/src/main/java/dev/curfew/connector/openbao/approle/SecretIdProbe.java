package dev.curfew.connector.openbao.approle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.api.Unsaid;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.Belonging;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import dev.curfew.model.text.Messages;
import java.nio.CharBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Tries a secret id by logging in with it, and ends the token that comes of that. One with limited uses is not tried:
/// that would spend one. Nor is one whose value the server does not know any more: OpenBao locks a role out after five
/// logins that failed, and whoever uses its other secret ids with it.
///
/// <https://openbao.org/docs/concepts/user-lockout/>
public final class SecretIdProbe implements Probe {
    private static final Messages MESSAGES = Messages.of(SecretIdProbe.class);

    /// What OpenBao 2.7.2 answers to a login from elsewhere, as a 400.
    private static final String ELSEWHERE = "unauthorized through CIDR restrictions";

    /// As OpenBao makes them. Other values are not shown to it, whose audit log has their hash from then on.
    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final String LOOKUP = "auth/+/role/+/secret-id/lookup";

    /// Each is a question to the server.
    private static final int ROLES_MAX = 500;

    private final BaoAccess access;
    private final Clock clock;

    public SecretIdProbe(BaoAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public ProbeOutcome attempt(CredentialId credential, Secret value) throws InterruptedException {
        SecretId secretId = SecretId.of(credential);
        try (BaoSession session = access.reading()) {
            BaoAnswer looked = lookup(session, secretId, value);
            if (SecretId.saysGone(looked)) {
                return gone(MESSAGES.text("role-gone", secretId.roleName()));
            }
            if (!(looked instanceof BaoAnswer.Done done)) {
                return unclear(Unsaid.words(looked, LOOKUP));
            }
            if (accessor(done).isEmpty()) {
                return gone(MESSAGES.text("value-gone", secretId.roleName()));
            }
            if (!accessor(done).equals(secretId.accessor())) {
                return unclear(MESSAGES.text("value-other", accessor(done)));
            }
            return SecretIdFields.isLimited(done.data())
                    ? unclear(MESSAGES.text("spends", done.data().path("secret_id_num_uses")))
                    : login(session, secretId, value);
        } catch (SourceException e) {
            return unclear(String.valueOf(e.getMessage()));
        }
    }

    /// Asked by the value, at its role: that logs nobody in and spends nothing.
    private static BaoAnswer lookup(BaoSession session, SecretId secretId, Secret value) throws InterruptedException {
        return session.ask(secretId.rolePath() + "/secret-id/lookup", Map.of("secret_id", value.reveal()));
    }

    /// Empty where it knows no such value: 204.
    private static String accessor(BaoAnswer.Done done) {
        return done.data().path("secret_id_accessor").asText();
    }

    private ProbeOutcome login(BaoSession reading, SecretId secretId, Secret value) throws InterruptedException {
        BaoAnswer role = reading.read(secretId.rolePath() + "/role-id");
        if (!(role instanceof BaoAnswer.Done done)) {
            return unclear(MESSAGES.text("no-role-id", role.words()));
        }
        Map<String, String> order =
                Map.of("role_id", done.data().path("role_id").asText(), "secret_id", value.reveal());
        BaoAnswer answer;
        try (BaoSession nobody = access.withoutToken()) {
            answer = nobody.write(BaoPath.encode(secretId.loginPath()), order);
        }
        return switch (answer) {
            case BaoAnswer.Done in -> {
                String left = end(in.body().path("auth"));
                yield new ProbeOutcome.Accepted(clock.instant(), MESSAGES.text("accepted") + left);
            }
            case BaoAnswer.Rejected refused
            when refused.words().contains(ELSEWHERE) ->
                new ProbeOutcome.Refused(clock.instant(), RefusalClass.NETWORK, refused.words());
            case BaoAnswer.Refused refused -> unclear(MESSAGES.text("locked", refused.words()));
            case BaoAnswer.Rejected _,
                    BaoAnswer.Absent _,
                    BaoAnswer.Empty _,
                    BaoAnswer.Throttled _,
                    BaoAnswer.Failed _,
                    BaoAnswer.Silent _,
                    BaoAnswer.Foreign _ -> unclear(answer.words());
        };
    }

    /// What is said where the token of the trial lives on; else nothing.
    private String end(JsonNode auth) throws InterruptedException {
        // Jackson keeps the value as a string that nobody can wipe; it goes with this method's frame.
        try (Secret token = Secret.of(auth.path("client_token").asText());
                BaoSession session = access.with(token)) {
            BaoAnswer ended = session.ask("auth/token/revoke-self", Map.of());
            return ended instanceof BaoAnswer.Done
                    ? ""
                    : MESSAGES.text("trial-lives", auth.path("accessor").asText(), ended.words());
        }
    }

    private ProbeOutcome gone(String words) {
        return new ProbeOutcome.Refused(clock.instant(), RefusalClass.INVALID_CREDENTIAL, words);
    }

    private ProbeOutcome unclear(String words) {
        return new ProbeOutcome.Indeterminate(clock.instant(), words);
    }

    @Override
    public ListingEvidence list(CredentialId credential) throws InterruptedException {
        try (BaoSession session = access.reading()) {
            BaoAnswer answer = SecretId.of(credential).lookup(session);
            Instant at = clock.instant();
            if (SecretId.saysGone(answer)) {
                return new ListingEvidence.NotListed(at, MESSAGES.text("gone"));
            }
            return answer instanceof BaoAnswer.Done done
                    ? listed(at, SecretIdFields.expiry(done.data()))
                    : new ListingEvidence.Unreadable(at, answer.words());
        } catch (SourceException e) {
            return new ListingEvidence.Unreadable(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    private static ListingEvidence listed(Instant at, Expiry expiry) {
        return switch (expiry) {
            case Expiry.At(Instant end) ->
                new ListingEvidence.Listed(at, end.isAfter(at), MESSAGES.text("ends", end.toString()));
            case Expiry.Never _ -> new ListingEvidence.Listed(at, true, MESSAGES.text("endless"));
            case Expiry.Unknown(String why) -> new ListingEvidence.Listed(at, true, why);
        };
    }

    /// @throws SourceException if the reading token may not ask
    @Override
    public boolean belongs(CredentialId credential, Secret value) throws InterruptedException {
        SecretId secretId = SecretId.of(credential);
        try (BaoSession session = access.reading()) {
            BaoAnswer answer = lookup(session, secretId, value);
            if (answer instanceof BaoAnswer.Done done) {
                return accessor(done).equals(secretId.accessor());
            }
            if (SecretId.saysGone(answer)) {
                return false;
            }
            throw Unsaid.failure(answer, LOOKUP);
        }
    }

    /// Each role is asked; one that was made with a value of somebody's choice is found only if that looks like one.
    ///
    /// @throws SourceException if not all of them could be asked
    @Override
    public Belonging whose(Secret value) throws InterruptedException {
        if (value.use(characters ->
                !LOOKS_LIKE_ONE.matcher(CharBuffer.wrap(characters)).matches())) {
            return new Belonging.Unlike(MESSAGES.text("unlike"));
        }
        SourceName source = access.connection().name();
        try (BaoSession session = access.reading()) {
            for (String role : roles(session, source)) {
                BaoAnswer answer = lookup(session, new SecretId(role, ""), value);
                String accessor = answer instanceof BaoAnswer.Done done ? accessor(done) : "";
                if (!accessor.isEmpty()) {
                    return new Belonging.To(new SecretId(role, accessor).in(source));
                }
                if (!(answer instanceof BaoAnswer.Done) && !SecretId.saysGone(answer)) {
                    throw Unsaid.failure(answer, LOOKUP);
                }
            }
            return new Belonging.Untold();
        }
    }

    private List<String> roles(BaoSession session, SourceName source) throws InterruptedException {
        ScopeSheet sheet = new ScopeSheet(source, "roles");
        List<String> roles = new Approles().of(session, sheet);
        Coverage read = sheet.coverage(clock.instant());
        if (read.state() != CoverageState.READ || roles.size() > ROLES_MAX) {
            throw Unsaid.because(
                    read.state() == CoverageState.READ
                            ? MESSAGES.text("too-many", roles.size(), ROLES_MAX)
                            : read.detail());
        }
        return roles;
    }
}
