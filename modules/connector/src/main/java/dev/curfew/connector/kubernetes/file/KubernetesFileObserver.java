package dev.curfew.connector.kubernetes.file;

import dev.curfew.connector.kubernetes.api.OwnUsers;
import dev.curfew.connector.kubernetes.fact.Accounts;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.observe.ClusterScopes;
import dev.curfew.connector.kubernetes.observe.secret.SecretScope;
import dev.curfew.connector.kubernetes.sheet.ListScope;
import dev.curfew.connector.kubernetes.sheet.ScopeSheet;
import dev.curfew.connector.tree.SourceFile;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a file as the lists of a cluster. Of a kind of which nothing is in it, nothing is known.
final class KubernetesFileObserver implements Observer {
    private static final Messages MESSAGES = Messages.of(KubernetesFileObserver.class);

    private final Connection connection;
    private final InstantSource clock;
    private final SourceFile file;

    KubernetesFileObserver(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
        file = new SourceFile(
                connection.address(),
                path -> MESSAGES.text("file.none", path),
                (path, why) -> MESSAGES.text("file.malformed", path, why));
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        Instant started = clock.instant();
        Accounts accounts = new Accounts(new NativeNames(connection.name()));
        OwnUsers nobody = new OwnUsers(Set.of(), List.of());
        Map<String, ListScope> scopes = new LinkedHashMap<>();
        ClusterScopes.lists(accounts, nobody, SecretScope.ofFile(nobody, clock))
                .forEach(scope -> scopes.put(scope.collection().path(), scope));
        Map<ListScope, ScopeSheet> sheets = new LinkedHashMap<>();
        scopes.values().forEach(scope -> sheets.put(scope, new ScopeSheet(connection.name(), scope.name())));

        List<String> paths = file.read(ListedObjects::paths);
        take(paths, scopes, sheets, progress);
        Set<String> there = new HashSet<>(paths);
        boolean whole =
                Boolean.parseBoolean(connection.settings().getOrDefault(KubernetesFileConnector.WHOLE, "false"));
        sheets.forEach((scope, sheet) -> {
            boolean isThere = there.contains(scope.collection().path());
            scope.complete(sheet, isThere && whole);
            if (!isThere) {
                sheet.skip(MESSAGES.text("absent", scope.name()));
            } else if (!whole) {
                sheet.part(MESSAGES.text("part", KubernetesFileConnector.WHOLE));
            }
        });
        return observation(started, sheets, accounts);
    }

    private void take(
            List<String> paths, Map<String, ListScope> scopes, Map<ListScope, ScopeSheet> sheets, Progress progress)
            throws InterruptedException {
        Iterator<String> next = paths.iterator();
        file.read(bytes -> {
            ListedObjects.read(bytes, parser -> {
                ListScope scope = next.hasNext() ? scopes.get(next.next()) : null;
                ScopeSheet sheet = scope == null ? null : sheets.get(scope);
                if (scope == null || sheet == null) {
                    parser.skipChildren();
                } else {
                    scope.take(sheet, parser);
                }
            });
            progress.at("objects", paths.size(), paths.size());
            return paths.size();
        });
    }

    private Observation observation(Instant started, Map<ListScope, ScopeSheet> sheets, Accounts accounts) {
        Instant finished = clock.instant();
        List<Fact> facts = new ArrayList<>();
        List<Coverage> coverage = new ArrayList<>();
        ScopeSheet cluster = new ScopeSheet(connection.name(), "cluster");
        cluster.skip(MESSAGES.text("cluster"));
        coverage.add(cluster.coverage(finished));
        sheets.forEach((scope, sheet) -> {
            scope.finish(sheet, accounts);
            facts.addAll(sheet.facts());
            coverage.add(sheet.coverage(finished));
        });
        return new Observation(connection.name(), started, finished, facts, coverage);
    }
}
