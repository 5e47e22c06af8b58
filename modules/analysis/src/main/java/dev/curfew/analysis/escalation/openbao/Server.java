package dev.curfew.analysis.escalation.openbao;

import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of one OpenBao the ways lead through, besides whoever is there.
///
/// @param approles where auth methods are that take roles of AppRole
/// @param certificates native ids of the roles of logins by certificate, which are written elsewhere than others
/// @param engines where secrets engines are, by type; empty where nobody read that
/// @param written the paths at which what is there was written: logins, token roles, roles of engines
/// @param listed scopes that were read whole: what is in none of these may be there all the same
public record Server(
        List<Identity> groups,
        Set<String> approles,
        Set<String> certificates,
        Map<String, Set<String>> engines,
        NavigableSet<String> written,
        Set<String> listed) {
    private static final String APPROLE = "approle/";
    private static final String PATH = "path/";
    private static final String ENGINE = "engine";

    /// What is below `auth/token/` is listed by this name whether or not engines were.
    private static final String TOKENS = "token";

    /// Between an engine's place and the name of what it holds.
    private static final List<String> USES =
            List.of("/creds/", "/static-creds/", "/sts/", "/issue/", "/sign/", "/decrypt/");

    private static final String TOKEN_ROLE = "token-role/";
    private static final String TOKEN_ROLES = "auth/token/roles/";

    /// Of engines whose servers tell new roles from old ones, how a role is used and where it is written.
    private static final Map<String, String> ROLES = Map.of("/creds/", "/roles/", "/static-creds/", "/static-roles/");

    static Server of(SnapshotIndex index, SourceName source) {
        return of(
                index.snapshot().identities().stream()
                        .filter(identity -> identity.source().equals(source))
                        .toList(),
                index.snapshot().resources().stream()
                        .filter(resource -> resource.source().equals(source)
                                && resource.kind().equals("openbao.path"))
                        .toList(),
                index.wholeScopes(source));
    }

    /// @param identities of the server
    /// @param paths of the server
    /// @param listed of the server
    public static Server of(Collection<Identity> identities, Collection<Resource> paths, Set<String> listed) {
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
        return new Server(groups, approles, certificates, engines, written(identities, paths, certificates), listed);
    }

    /// Whether something is written below a path; nothing is below the empty one.
    boolean shows(String path) {
        return !path.isEmpty() && !below(path).isEmpty();
    }

    /// What is written at paths that begin so.
    Set<String> below(String start) {
        return written.subSet(start, start + Character.MAX_VALUE);
    }

    /// Whether all that could be at a path was read.
    boolean lists(String path) {
        return listed.contains(scope(path));
    }

    private String scope(String path) {
        if (path.startsWith(TOKEN_ROLES)) {
            return "token-roles";
        }
        if (approles.stream().anyMatch(mount -> path.startsWith(mount + "/"))) {
            return "approles";
        }
        return path.startsWith("auth/") ? "logins" : "paths";
    }

    private static NavigableSet<String> written(
            Collection<Identity> identities, Collection<Resource> paths, Set<String> certificates) {
        return Stream.concat(
                        identities.stream()
                                .map(identity -> writtenAt(identity.id().nativeId(), certificates)),
                        paths.stream().map(path -> role(path.id().nativeId().substring(PATH.length()))))
                .filter(at -> !at.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String writtenAt(String nativeId, Set<String> certificates) {
        return nativeId.startsWith(TOKEN_ROLE)
                ? TOKEN_ROLES + nativeId.substring(TOKEN_ROLE.length())
                : login(nativeId, certificates);
    }

    /// Where the role is written by which an engine's path is used; empty for other paths.
    private static String role(String path) {
        return ROLES.entrySet().stream()
                .filter(use -> path.contains(use.getKey()))
                .map(use -> path.substring(0, path.lastIndexOf(use.getKey()))
                        + use.getValue()
                        + path.substring(
                                path.lastIndexOf(use.getKey()) + use.getKey().length()))
                .findFirst()
                .orElse("");
    }

    /// The engine, as all that it has, one of whose roles a path uses.
    ///
    /// @param nativeId of the path
    public static Optional<String> engineOf(String nativeId) {
        return ROLES.keySet().stream()
                .filter(nativeId::contains)
                .map(use -> nativeId.substring(0, nativeId.lastIndexOf(use)) + "/*")
                .findFirst();
    }

    /// Where a login is written: `approle/<mount>/<role>`, `login-role/<mount>/<role>`, `user/<mount>/<name>`; a
    /// mount's name may have slashes. Empty for what is no login.
    String login(String nativeId) {
        return login(nativeId, certificates);
    }

    private static String login(String nativeId, Set<String> certificates) {
        String login = plainLogin(nativeId);
        return certificates.contains(nativeId) ? login.replaceFirst("/role(/[^/]*)$", "/certs$1") : login;
    }

    /// The same of one that is no login by certificate.
    static String plainLogin(String nativeId) {
        int first = nativeId.indexOf('/');
        int last = nativeId.lastIndexOf('/');
        if (first < 0 || first == last) {
            return "";
        }
        String mount = "auth/" + nativeId.substring(first + 1, last);
        return switch (nativeId.substring(0, first)) {
            case "approle", "login-role" -> mount + "/role" + nativeId.substring(last);
            case "user" -> mount + "/users" + nativeId.substring(last);
            default -> "";
        };
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
