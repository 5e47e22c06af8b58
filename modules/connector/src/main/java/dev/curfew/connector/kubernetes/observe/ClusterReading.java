package dev.curfew.connector.kubernetes.observe;

import dev.curfew.connector.kubernetes.api.KubeAccess;
import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.api.OwnUsers;
import dev.curfew.connector.kubernetes.fact.Accounts;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.observe.access.ClusterScope;
import dev.curfew.connector.kubernetes.observe.secret.SecretMode;
import dev.curfew.connector.kubernetes.observe.secret.SecretScope;
import dev.curfew.connector.kubernetes.sheet.ListScope;
import dev.curfew.connector.kubernetes.sheet.Scope;
import dev.curfew.connector.kubernetes.sheet.ScopeSheet;
import dev.curfew.connector.sheet.Parallel;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Reads some or all scopes of a cluster.
public final class ClusterReading {
    /// What a new service account is listed in; tokens that are issued are told of there.
    public static final String ACCOUNTS = "serviceaccounts";

    /// These tell of each other's things: bindings of accounts by their uid, certificates and bindings of users.
    private static final Set<String> TOGETHER =
            Set.of(ACCOUNTS, "rolebindings", "clusterrolebindings", "certificatesigningrequests");

    private static final Messages MESSAGES = Messages.of(ClusterReading.class);

    /// Lists under way at once. The server answers each from memory; more would only make it slower for others.
    private static final int LISTS_MAX = 4;

    private final KubeAccess access;
    private final Clock clock;

    public ClusterReading(KubeAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    public Observation whole(Progress progress) throws InterruptedException {
        return read(_ -> true, progress);
    }

    /// These scopes, and those that tell of the same things.
    public Observation some(Set<String> scopes, Progress progress) throws InterruptedException {
        Set<String> wanted = new HashSet<>(scopes);
        if (scopes.stream().anyMatch(TOGETHER::contains)) {
            wanted.addAll(TOGETHER);
        }
        if (wanted.contains("pods")) {
            wanted.addAll(TOGETHER);
        }
        return read(wanted::contains, progress);
    }

    /// What is listed, and can be watched.
    public List<Collection> collections() {
        Accounts nobody = new Accounts(new NativeNames(access.connection().name()));
        boolean secrets = SecretMode.of(access.connection().settings()) != SecretMode.NONE;
        return scopes(nobody, new OwnUsers(Set.of(), List.of())).stream()
                .filter(ListScope.class::isInstance)
                .map(scope -> ((ListScope) scope).collection())
                .filter(collection -> secrets || !collection.scope().equals("secrets"))
                .toList();
    }

    private Observation read(Predicate<String> wanted, Progress progress) throws InterruptedException {
        SourceName source = access.connection().name();
        Instant startedAt = clock.instant();
        Map<Scope, ScopeSheet> sheets = new LinkedHashMap<>();
        Accounts accounts = new Accounts(new NativeNames(source));
        try (KubeSession session = access.reading()) {
            check(session);
            for (Scope scope : scopes(accounts, OwnUsers.of(access, session))) {
                if (wanted.test(scope.name())) {
                    sheets.put(scope, new ScopeSheet(source, scope.name()));
                }
            }
            Progress one = oneAtATime(progress);
            Parallel.map(LISTS_MAX, List.copyOf(sheets.entrySet()), each -> read(each, session, one), _ -> {});
        }
        List<Fact> facts = new ArrayList<>();
        List<Coverage> coverage = new ArrayList<>();
        sheets.forEach((scope, sheet) -> {
            scope.finish(sheet, accounts);
            facts.addAll(sheet.facts());
            coverage.add(sheet.coverage(clock.instant()));
        });
        return new Observation(source, startedAt, clock.instant(), facts, coverage);
    }

    private static Scope read(Map.Entry<Scope, ScopeSheet> each, KubeSession session, Progress progress)
            throws InterruptedException {
        Scope scope = each.getKey();
        progress.at(scope.name(), 0, -1);
        scope.read(session, each.getValue(), progress);
        return scope;
    }

    private static Progress oneAtATime(Progress progress) {
        Object lock = new Object();
        return (stage, done, total) -> {
            synchronized (lock) {
                progress.at(stage, done, total);
            }
        };
    }

    private List<Scope> scopes(Accounts accounts, OwnUsers own) {
        SecretMode mode = SecretMode.of(access.connection().settings());
        List<Scope> scopes = new ArrayList<>();
        scopes.add(new ClusterScope(access.connection().address()));
        scopes.addAll(ClusterScopes.lists(accounts, own, SecretScope.of(mode, access.secrets(), own, clock)));
        return scopes;
    }

    /// Whoever is known to the server may read which versions of its API there are.
    private void check(KubeSession session) throws InterruptedException {
        KubeAnswer answer = session.get("api");
        switch (answer) {
            case KubeAnswer.Done done -> {
                if (!done.body().texts("versions").contains("v1")) {
                    throw failure(SourceException.Kind.MALFORMED, "foreign", answer);
                }
            }
            // known, and not allowed that: some clusters take this right away
            case KubeAnswer.Forbidden _ -> {}
            case KubeAnswer.Unauthenticated _ -> throw failure(SourceException.Kind.REFUSED, "refused", answer);
            case KubeAnswer.Throttled _ -> throw failure(SourceException.Kind.THROTTLED, "throttled", answer);
            case KubeAnswer.Failed _, KubeAnswer.Silent _ ->
                throw failure(SourceException.Kind.UNREACHABLE, "unreachable", answer);
            case KubeAnswer.Absent _,
                    KubeAnswer.Conflict _,
                    KubeAnswer.Gone _,
                    KubeAnswer.Rejected _,
                    KubeAnswer.Foreign _ -> throw failure(SourceException.Kind.MALFORMED, "foreign", answer);
        }
    }

    private SourceException failure(SourceException.Kind kind, String key, KubeAnswer answer) {
        return new SourceException(kind, MESSAGES.text(key, access.connection().name(), answer.words()));
    }
}
