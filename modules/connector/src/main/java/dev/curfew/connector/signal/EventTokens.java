package dev.curfew.connector.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.Trust;
import dev.curfew.connector.signal.TipVerdict.Why;
import dev.curfew.connector.workload.EventTokenVerifier;
import dev.curfew.connector.workload.EventTokenVerifier.Verdict;
import dev.curfew.connector.workload.OidcIssuer;
import dev.curfew.connector.workload.TokenVerdict.Reason;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.SignalSubject;
import dev.curfew.model.signal.Tip;
import dev.curfew.model.text.Messages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/// Reads Security Event Tokens (RFC 8417) of Shared Signals transmitters, with the events of CAEP and RISC that
/// `events.json` has. Safe for many threads.
public final class EventTokens {
    /// Transmitters keep what was not taken for days, and push it again.
    public static final Duration AGE_MAX = Duration.ofDays(7);

    /// What is brought as a file may have lain about for longer.
    public static final Duration FILE_AGE_MAX = Duration.ofDays(90);

    private static final Messages MESSAGES = Messages.of(EventTokens.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Readings READINGS = Readings.packaged("events.json");

    private final EventTokenVerifier verifier;
    private final InstantSource clock;

    public EventTokens(Http http, InstantSource clock) {
        this.clock = clock;
        verifier = new EventTokenVerifier(http, clock);
    }

    /// Asks the transmitter for its keys where it was not said which they are.
    ///
    /// @param ageMax how long ago it may have been signed
    public TipVerdict read(String token, Sender.Proof.Transmitter from, Duration ageMax) throws InterruptedException {
        OidcIssuer transmitter = new OidcIssuer(
                from.issuer(),
                from.audience(),
                from.caCertificates().isEmpty() ? null : new Trust(from.caCertificates()),
                from.privateAllowed());
        Optional<JWKSet> keys =
                from.keys().isEmpty() ? Optional.empty() : Optional.of(TransmitterKeys.read(from.keys()));
        return switch (verifier.verify(token.strip(), transmitter, keys)) {
            case Verdict.Accepted(JWTClaimsSet claims) -> read(claims, ageMax);
            case Verdict.Rejected(Reason reason) -> refused(why(reason), "token." + reason);
            case Verdict.Unavailable(String detail) -> new TipVerdict.Unavailable(detail);
        };
    }

    private static Why why(Reason reason) {
        return switch (reason) {
            case MALFORMED, CLAIMS, NONCE, PARTY, AUTH_TIME -> Why.MALFORMED;
            case ALGORITHM, SIGNATURE -> Why.SIGNATURE;
            case ISSUER -> Why.ISSUER;
            case AUDIENCE -> Why.AUDIENCE;
            case EXPIRED -> Why.TIME;
        };
    }

    private TipVerdict read(JWTClaimsSet claims, Duration ageMax) {
        Date issued = claims.getIssueTime();
        Instant now = clock.instant();
        if (issued.toInstant().isBefore(now.minus(ageMax))
                || issued.toInstant().isAfter(now.plusSeconds(EventTokenVerifier.SKEW_SECONDS_MAX))) {
            return refused(Why.TIME, "time");
        }
        JsonNode all = JSON.valueToTree(claims.toJSONObject(true));
        JsonNode events = all.path("events");
        // RFC 8417, section 2.2: an object with one member at least, each of which is an object
        if (!events.isObject()
                || events.isEmpty()
                || events.properties().stream().anyMatch(one -> !one.getValue().isObject())) {
            return refused(Why.MALFORMED, "events");
        }
        try {
            List<Tip> tips = new ArrayList<>();
            events.properties()
                    .forEach(event -> READINGS.of(event.getKey(), event.getValue())
                            .forEach(reading -> tips.add(new Tip(
                                    claims.getJWTID(),
                                    reading.kind(),
                                    subjects(all, event.getValue()),
                                    at(all, event.getValue(), issued.toInstant())))));
            return new TipVerdict.Proven(tips);
        } catch (IllegalArgumentException _) {
            return refused(Why.MALFORMED, "subject");
        } catch (DateTimeException _) {
            return refused(Why.MALFORMED, "at");
        }
    }

    /// RFC 9493, section 4.1, has `sub_id` in the token; transmitters of earlier drafts have `subject` in the event.
    /// Where both are there and differ nobody can tell whom it is about: it names nobody.
    private static List<SignalSubject> subjects(JsonNode all, JsonNode event) {
        JsonNode own = all.path("sub_id");
        JsonNode older = event.path("subject");
        if (own.isMissingNode() && older.isMissingNode()) {
            throw new IllegalArgumentException("no subject");
        }
        if (!own.isMissingNode() && !older.isMissingNode() && !own.equals(older)) {
            return List.of(SignalSubject.of(SignalSubject.Form.OTHER, "sub_id, subject"));
        }
        return Subjects.read(own.isMissingNode() ? older : own);
    }

    /// CAEP 1.0, section 2: `event_timestamp`; RFC 8417, section 2.2: `toe`; both in seconds.
    ///
    /// @throws DateTimeException for what is none of [Moments]
    private static Instant at(JsonNode all, JsonNode event, Instant issued) {
        JsonNode seconds = event.path("event_timestamp").isNumber() ? event.path("event_timestamp") : all.path("toe");
        Instant at = seconds.isNumber() ? Instant.ofEpochSecond(seconds.asLong()) : issued;
        if (!Moments.isOne(at)) {
            throw new DateTimeException("nothing happens then");
        }
        return at;
    }

    private static TipVerdict refused(Why why, String key) {
        return new TipVerdict.Refused(why, MESSAGES.text(key));
    }
}
