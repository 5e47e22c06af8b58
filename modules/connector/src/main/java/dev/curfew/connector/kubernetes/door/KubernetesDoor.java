package dev.curfew.connector.kubernetes.door;

import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.observe.secret.FilledSecret;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.text.Messages;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Lets a service account in by its token in a Secret. By its own standing rights it does little: it makes and deletes
/// Secrets of its namespace, requests a token of its own, and binds itself to one role. The rest it may only in
/// between.
public final class KubernetesDoor implements EmergencyDoor {
    private static final Messages MESSAGES = Messages.of(KubernetesDoor.class);

    private final KubeAccess access;
    private final InstantSource clock;
    private final RandomGenerator random = new SecureRandom();

    /// @param access none of its own credentials is used
    public KubernetesDoor(KubeAccess access, InstantSource clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String account(Secret credential) {
        return Account.of(credential).nativeId(access.connection().name());
    }

    @Override
    public Entry enter(Secret credential) throws InterruptedException {
        Account account = Account.of(credential);
        try (KubeSession session = access.with(credential)) {
            Window window = Window.open(session, account, name("session"));
            return new KubernetesEntry(access, clock, account, window);
        }
    }

    @Override
    public ProbeOutcome attempt(Secret credential) throws InterruptedException {
        Account.of(credential);
        try (KubeSession session = access.with(credential)) {
            return Review.of(session, clock);
        }
    }

    /// Kubernetes makes tokens itself: the new one is there already, beside the old one, until [Entry#replace] deletes
    /// that.
    @Override
    public Secret fresh(Secret credential) throws InterruptedException {
        Account account = Account.of(credential);
        String name = name("token");
        try (KubeSession session = access.with(credential)) {
            KubeAnswer made = session.create(account.secretPath(""), FilledSecret.of(name, account.name(), Map.of()));
            if (!(made instanceof KubeAnswer.Done(Doc secret))) {
                throw made.failure(MESSAGES.text("not-made", account.path(), made.words()));
            }
            try {
                return filled(session, account, name);
            } catch (SourceException | InterruptedException e) {
                // nobody else knows of it
                session.delete(account.secretPath(name), Metadata.of(secret).uid());
                throw e;
            }
        }
    }

    /// Whatever tokens may be requested for it, and the groups of all accounts.
    @Override
    public Set<String> everybodys(String account) {
        NativeNames names = new NativeNames(access.connection().name());
        return Set.of(
                account.replaceFirst("^serviceaccount/", NativeNames.TOKEN),
                names.group(NativeNames.AUTHENTICATED).nativeId(),
                names.group(NativeNames.ALL_ACCOUNTS).nativeId());
    }

    private static Secret filled(KubeSession session, Account account, String name) throws InterruptedException {
        Doc filled = FilledSecret.await(() -> {
                    KubeAnswer answer = session.get(account.secretPath(name));
                    if (answer instanceof KubeAnswer.Done(Doc secret)) {
                        return Optional.of(secret);
                    }
                    throw answer.failure(MESSAGES.text("not-read", account.path(), answer.words()));
                })
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.UNREACHABLE, MESSAGES.text("not-filled", account.path())));
        return FilledSecret.token(filled);
    }

    private String name(String what) {
        return "break-glass-" + what + "-" + Long.toHexString(random.nextLong());
    }
}
