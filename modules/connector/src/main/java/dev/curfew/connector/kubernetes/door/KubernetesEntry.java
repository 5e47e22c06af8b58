package dev.curfew.connector.kubernetes.door;

import dev.curfew.connector.kubernetes.act.Answers;
import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import dev.curfew.connector.kubernetes.list.Listing;
import dev.curfew.connector.kubernetes.list.Lookup;
import dev.curfew.connector.kubernetes.observe.secret.LegacyTokens;
import dev.curfew.model.breakglass.Entry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A service account with its role for a while.
final class KubernetesEntry implements Entry {
    private static final Messages MESSAGES = Messages.of(KubernetesEntry.class);
    private static final String MARK = "curfew-drill";

    /// The server learns of a new binding some moments after it was made.
    private static final int TRIES_MAX = 50;

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final KubeAccess access;
    private final InstantSource clock;
    private final Account account;
    private final Window window;
    private @Nullable ClientConfig config;

    KubernetesEntry(KubeAccess access, InstantSource clock, Account account, Window window) {
        this.access = access;
        this.clock = clock;
        this.account = account;
        this.window = window;
    }

    @Override
    public Optional<Instant> endsAt() {
        return Optional.of(window.endsAt());
    }

    /// @param canary a ConfigMap, as `<namespace>/<name>`
    @Override
    public String use(String canary, String mark) throws InterruptedException {
        String[] names = canary.split("/", -1);
        if (names.length != 2) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("canary.shape", canary));
        }
        String path = KubePath.core(names[0], "configmaps", names[1]);
        try (KubeSession session = access.with(window.token())) {
            Map<String, ?> fields = Map.of("data", Map.of(MARK, mark));
            KubeAnswer answer = session.patch(path, fields);
            for (int i = 1; i < TRIES_MAX && answer instanceof KubeAnswer.Forbidden; i++) {
                Thread.sleep(BETWEEN);
                answer = session.patch(path, fields);
            }
            done(answer, canary);
            Doc read = done(session.get(path), canary);
            if (!read.doc("data").text(MARK).equals(mark)) {
                throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("canary.other", canary));
            }
            return MESSAGES.text("canary.used", canary, account.role());
        }
    }

    private static Doc done(KubeAnswer answer, String canary) {
        if (answer instanceof KubeAnswer.Done(Doc body)) {
            return body;
        }
        throw answer.failure(MESSAGES.text("canary.refused", canary, answer.words()));
    }

    @Override
    public ProbeOutcome attempt() throws InterruptedException {
        try (KubeSession session = access.with(window.token())) {
            return Review.of(session, clock);
        }
    }

    @Override
    public ActionOutcome end() throws InterruptedException {
        try (KubeSession session = access.with(window.token())) {
            return window.end(session, account, clock.instant());
        }
    }

    /// Deletes every other Secret with a token of the account's: the old one, and one that a replacing left which was
    /// cut off.
    @Override
    public ActionOutcome replace(Secret fresh) throws InterruptedException {
        Account next = Account.of(fresh);
        if (!next.uid().equals(account.uid())) {
            throw new IllegalArgumentException("not a credential of " + account.path());
        }
        try (KubeSession session = access.with(window.token())) {
            ActionOutcome outcome = new ActionOutcome.AlreadyDone(clock.instant(), MESSAGES.text("alone"));
            for (Metadata secret : others(session, next)) {
                KubeAnswer answer = session.delete(account.secretPath(secret.name()), secret.uid());
                outcome = Answers.outcome(answer, clock.instant(), MESSAGES.text("replaced"));
                if (outcome instanceof ActionOutcome.Refused || outcome instanceof ActionOutcome.Uncertain) {
                    return outcome;
                }
            }
            return outcome;
        } catch (SourceException e) {
            return new ActionOutcome.Refused(clock.instant(), String.valueOf(e.getMessage()));
        }
    }

    private List<Metadata> others(KubeSession session, Account next) throws InterruptedException {
        List<Doc> found = new ArrayList<>();
        Optional<KubeAnswer> trouble = new Listing(
                        session,
                        Collection.of(account.secretPath(""), Shape.of().with("metadata", Metadata.SHAPE)),
                        Form.METADATA,
                        "fieldSelector=type%3D" + KubePath.encode(LegacyTokens.TYPE))
                .read(new Lookup.Keep(found), Progress.SILENT);
        if (trouble.isPresent()) {
            throw trouble.get().failure(MESSAGES.text("unlisted", trouble.get().words()));
        }
        return found.stream()
                .map(Metadata::of)
                .filter(it -> account.uid().equals(it.annotations().get(LegacyTokens.ACCOUNT_UID)))
                .filter(it -> !it.name().equals(next.secret()))
                .toList();
    }

    @Override
    public Map<String, Secret> variables() {
        if (config == null) {
            config = ClientConfig.write(access.connection());
        }
        return config.variables(window.token());
    }

    @Override
    public void close() {
        window.token().close();
        if (config != null) {
            config.close();
        }
    }
}
