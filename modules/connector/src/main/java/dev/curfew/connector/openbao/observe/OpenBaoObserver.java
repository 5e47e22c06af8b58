package dev.curfew.connector.openbao.observe;

import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.approle.ApproleScope;
import dev.curfew.connector.openbao.approle.Approles;
import dev.curfew.connector.openbao.approle.SecretIdScope;
import dev.curfew.connector.openbao.observe.engine.PathScope;
import dev.curfew.connector.openbao.observe.login.LoginScope;
import dev.curfew.connector.openbao.pki.CertificateScope;
import dev.curfew.connector.openbao.pki.KnownCertificates;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Reads an OpenBao, scope after scope. What the reading token may not read becomes coverage.
public final class OpenBaoObserver implements Observer {
    /// The scope that lists service tokens, those of the connected namespace whole.
    public static final String TOKENS = "tokens";

    private static final Messages MESSAGES = Messages.of(OpenBaoObserver.class);

    private final BaoAccess access;
    private final Clock clock;

    public OpenBaoObserver(BaoAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        return observe(progress, _ -> true, new KnownCertificates());
    }

    /// Tells where the server changes from now on.
    public ChangeFeed changes() throws InterruptedException {
        return OpenBaoChanges.open(this, access.reading());
    }

    /// @param wanted which scopes
    Observation observe(Progress progress, Predicate<String> wanted, KnownCertificates known)
            throws InterruptedException {
        SourceName source = access.connection().name();
        Instant startedAt = clock.instant();
        List<Fact> facts = new ArrayList<>();
        List<Coverage> coverage = new ArrayList<>();
        try (BaoSession session = access.reading()) {
            check(session);
            List<Scope> scopes = scopes(OwnTokens.keep(access, session), known).stream()
                    .filter(scope -> wanted.test(scope.name()))
                    .toList();
            for (Scope scope : scopes) {
                progress.at(scope.name(), 0, -1);
                ScopeSheet sheet = new ScopeSheet(source, scope.name());
                scope.read(session, sheet, progress);
                facts.addAll(sheet.facts());
                coverage.add(sheet.coverage(clock.instant()));
            }
        }
        return new Observation(source, startedAt, clock.instant(), facts, coverage);
    }

    private List<Scope> scopes(OwnTokens own, KnownCertificates known) {
        Approles approles = new Approles();
        return List.of(
                new TokenScope(own),
                new TokenRoleScope(),
                new ApproleScope(approles),
                new SecretIdScope(approles),
                new LoginScope(),
                new PolicyScope(),
                new EntityScope(),
                new GroupScope(),
                new LeaseScope(),
                new CertificateScope(clock.instant(), known),
                new PathScope(),
                new NamespaceScope(),
                new AuditScope());
    }

    /// Any valid token may read this, whatever its policies.
    private void check(BaoSession session) throws InterruptedException {
        BaoAnswer answer = session.read("sys/internal/ui/mounts");
        switch (answer) {
            case BaoAnswer.Done done -> {
                if (!done.data().has("secret")) {
                    throw failure(SourceException.Kind.MALFORMED, "foreign", done);
                }
            }
            case BaoAnswer.Refused _ -> throw failure(SourceException.Kind.REFUSED, "refused", answer);
            case BaoAnswer.Throttled _ -> throw failure(SourceException.Kind.THROTTLED, "throttled", answer);
            case BaoAnswer.Failed _, BaoAnswer.Silent _ ->
                throw failure(SourceException.Kind.UNREACHABLE, "unreachable", answer);
            case BaoAnswer.Foreign _, BaoAnswer.Absent _, BaoAnswer.Empty _, BaoAnswer.Rejected _ ->
                throw failure(SourceException.Kind.MALFORMED, "foreign", answer);
        }
    }

    private SourceException failure(SourceException.Kind kind, String key, BaoAnswer answer) {
        return new SourceException(kind, MESSAGES.text(key, access.connection().name(), answer.words()));
    }
}
