package dev.curfew.analysis.escalation.openbao;

import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What of one OpenBao the ways lead through, besides whoever is there.
///
/// @param approles where auth methods are that take roles of AppRole
/// @param certificates native ids of the roles of logins by certificate, which are written elsewhere than others
/// @param engines where secrets engines are, by type; empty where nobody read that
public record Server(
        List<Identity> groups, Set<String> approles, Set<String> certificates, Map<String, Set<String>> engines) {
    private static final String APPROLE = "approle/";
    private static final String PATH = "path/";
    private static final String ENGINE = "engine";

    /// What is below `auth/token/` is listed by this name whether or not engines were.
    private static final String TOKENS = "token";

    /// Between an engine's place and the name of what it holds.
    private static final List<String> USES =
            List.of("/creds/", "/static-creds/", "/sts/", "/issue/", "/sign/", "/decrypt/");

    static Server of(SnapshotIndex index, SourceName source) {
        return of(
                index.snapshot().identities().stream()
                        .filter(identity -> identity.source().equals(source))
                        .toList(),
                index.snapshot().resources().stream()
                        .filter(resource -> resource.source().equals(source)
                                && resource.kind().equals("openbao.path"))
                        .toList());
    }

    /// @param identities of the server
    /// @param paths of the server
    public static Server of(Collection<Identity> identities, Collection<Resource> paths) {
        Set<String> approles = new TreeSet<>(Set.of("auth/approle"));
        identities.stream()
                .filter(identity -> identity.kind().equals("openbao.approle"))
                .forEach(identity -> approles.add(mount(identity.id().nativeId())));
        Set<String> certificates = identities.stream()
                .filter(identity -> identity.kind().equals("openbao.login-role")
                        && identity.tags().getOrDefault("login", "").equals("cert"))
                .map(identity -> identity.id().nativeId())
                .collect(Collectors.toUnmodifiableSet());
        Map<String, Set<String>> engines = new HashMap<>();
        paths.forEach(path -> add(path, engines));
        List<Identity> groups = identities.stream()
                .filter(identity -> identity.kind().equals("openbao.group"))
                .toList();
        return new Server(groups, approles, certificates, engines);
    }

    private static String mount(String approle) {
        int end = approle.lastIndexOf('/');
        return "auth/" + approle.substring(APPROLE.length(), Math.max(APPROLE.length(), end));
    }

    private static void add(Resource path, Map<String, Set<String>> engines) {
        String type = path.tags().getOrDefault(ENGINE, TOKENS);
        String at = path.id().nativeId().substring(PATH.length());
        if (!type.equals(TOKENS)) {
            Set<String> mounts = engines.computeIfAbsent(type, _ -> new TreeSet<>());
            if (at.endsWith("/*")) {
                mounts.add(at.substring(0, at.length() - 2));
            }
            USES.stream().map(at::lastIndexOf).filter(end -> end > 0).forEach(end -> mounts.add(at.substring(0, end)));
        }
    }

    /// Where engines of a type are; where nobody read that, an engine is under its own name.
    Set<String> mounts(String type) {
        return engines.isEmpty() ? Set.of(type) : engines.getOrDefault(type, Set.of());
    }
}
