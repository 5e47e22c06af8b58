package dev.curfew.connector.kubernetes.observe.secret;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.api.OwnUsers;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.sheet.ScopeSheet;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.text.Messages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tokens without an end, in Secrets. The server writes the day of a token's last use on its Secret, since the day that
/// it keeps in a ConfigMap.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#legacy-serviceaccount-token-tracking-controller>
public final class LegacyTokens {
    public static final String TYPE = "kubernetes.io/service-account-token";

    /// The annotations by which a Secret says whose token it holds.
    public static final String ACCOUNT = "kubernetes.io/service-account.name";

    public static final String ACCOUNT_UID = "kubernetes.io/service-account.uid";

    private static final Messages MESSAGES = Messages.of(LegacyTokens.class);
    private static final String LAST_USED = "kubernetes.io/legacy-token-last-used";
    private static final String INVALID_SINCE = "kubernetes.io/legacy-token-invalid-since";
    private static final String TRACKING = "kube-apiserver-legacy-service-account-token-tracking";

    /// A day is all that the server writes.
    private static final Duration LAG = Duration.ofDays(1);

    /// In steps, for a horizon that moved with each reading would make another fact of it each time.
    private static final List<Integer> HORIZON_DAYS = List.of(730, 365, 180, 90, 30, 7);

    private final @Nullable Duration horizon;
    private final OwnUsers own;

    private LegacyTokens(@Nullable Duration horizon, OwnUsers own) {
        this.horizon = horizon;
        this.own = own;
    }

    static LegacyTokens of(KubeSession session, OwnUsers own, Instant now) throws InterruptedException {
        KubeAnswer answer = session.get(KubePath.core("kube-system", "configmaps", TRACKING));
        Optional<LocalDate> since = answer instanceof KubeAnswer.Done done
                ? day(done.body().doc("data").text("since"))
                : Optional.empty();
        return new LegacyTokens(since.map(day -> horizon(day, now)).orElse(null), own);
    }

    static LegacyTokens untracked(OwnUsers own) {
        return new LegacyTokens(null, own);
    }

    private static Duration horizon(LocalDate since, Instant now) {
        long days = Duration.between(start(since), now).toDays();
        return Duration.ofDays(
                HORIZON_DAYS.stream().filter(step -> step <= days).findFirst().orElse(0));
    }

    Credential credential(ScopeSheet sheet, Metadata secret, Map<String, String> tags, Provenance provenance) {
        NativeNames names = new NativeNames(sheet.source());
        String account = secret.annotations().getOrDefault(ACCOUNT, "");
        String uid = secret.annotations().getOrDefault(ACCOUNT_UID, "");
        IdentityId holder = account.isEmpty() ? null : names.account(secret.namespace(), account, uid);
        Map<String, String> attributes = new TreeMap<>(tags);
        attributes.put("uid", secret.uid());
        attributes.put("service-account", account);
        if (own.names().contains("system:serviceaccount:" + secret.namespace() + ":" + account)) {
            attributes.put(OwnUsers.MARK, "true");
        }
        return new Credential(
                names.tokenSecret(secret),
                "kubernetes.token-secret",
                secret.path(),
                holder,
                null,
                secret.createdAt(),
                new Expiry.Never(),
                usage(secret),
                !secret.labels().containsKey(INVALID_SINCE),
                attributes,
                provenance);
    }

    /// When the token in a Secret was last used, as the server tells now.
    public static Usage lastUse(KubeSession session, Metadata secret, Instant now) throws InterruptedException {
        return of(session, new OwnUsers(Set.of(), List.of()), now).usage(secret);
    }

    private Usage usage(Metadata secret) {
        UsageQuality quality = new UsageQuality(LAST_USED, LAG, horizon == null ? Duration.ZERO : horizon, false);
        Optional<LocalDate> used = day(secret.labels().getOrDefault(LAST_USED, ""));
        if (used.isPresent()) {
            return new Usage.Seen(start(used.get()), "", quality);
        }
        return horizon == null ? new Usage.NotObserved(MESSAGES.text("tracking-unread")) : new Usage.NoneSeen(quality);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            // whoever asks says that it is unknown
            return Optional.empty();
        }
    }
}
