package dev.curfew.connector.kubernetes.config;

import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.tree.Yaml;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// One context of a kubeconfig file: its cluster and its user.
///
/// <https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/>
///
/// @param authorities in PEM; empty for those that the platform trusts
record Kubeconfig(URI server, String authorities, KubeconfigUser user) {
    private static final Messages MESSAGES = Messages.of(Kubeconfig.class);

    /// A kubeconfig of a few hundred clusters with their certificates; more is the wrong file.
    private static final int CHARACTERS_MAX = 1024 * 1024;

    /// kubectl writes no aliases.
    private static final int ALIASES_MAX = 10;

    static boolean isOne(String text) {
        return text.contains("clusters") && text.contains("contexts") && text.contains("users");
    }

    /// @param context empty: the current one
    /// @throws SourceException if it cannot be read, or asks for what cannot be done; without its words
    static Kubeconfig read(String yaml, String context) {
        Doc config = parse(yaml);
        String name = context.isEmpty() ? config.text("current-context") : context;
        Doc chosen = named(config, "contexts", name).doc("context");
        Doc cluster = named(config, "clusters", chosen.text("cluster")).doc("cluster");
        Doc user = named(config, "users", chosen.text("user")).doc("user");
        refuse(cluster.isTrue("insecure-skip-tls-verify"), "insecure-skip-tls-verify");
        refuse(!cluster.text("tls-server-name").isEmpty(), "tls-server-name");
        refuse(!cluster.text("proxy-url").isEmpty(), "proxy-url");
        return new Kubeconfig(
                server(cluster.text("server")),
                LocalFiles.dataOrFile(cluster, "certificate-authority"),
                new KubeconfigUser(user, cluster));
    }

    /// Its credential goes to no other server than its own.
    ///
    /// @throws SourceException if the address is another
    void requireServer(URI address) {
        if (!isSame(server, address)) {
            throw refused(MESSAGES.text("config.server", origin(server), origin(address)));
        }
    }

    static void refuse(boolean isThere, String field) {
        if (isThere) {
            throw refused(MESSAGES.text("config.unsupported", field));
        }
    }

    static SourceException refused(String words) {
        return new SourceException(SourceException.Kind.REFUSED, words);
    }

    private static Doc parse(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(CHARACTERS_MAX)
                .setMaxAliasesForCollections(ALIASES_MAX)
                .setAllowDuplicateKeys(false)
                .build();
        try {
            Object read = Yaml.read(yaml, settings);
            return read instanceof Map<?, ?> map ? new Doc(Map.of("config", map)).doc("config") : Doc.EMPTY;
        } catch (YamlEngineException _) {
            // The exception quotes what it could not read, so it goes no further.
            throw refused(MESSAGES.text("config.unreadable"));
        }
    }

    private static Doc named(Doc config, String list, String name) {
        Optional<Doc> found = config.docs(list).stream()
                .filter(each -> !name.isEmpty() && each.text("name").equals(name))
                .findFirst();
        return found.orElseThrow(() -> refused(MESSAGES.text("config.missing", list, name)));
    }

    private static URI server(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException _) {
            throw refused(MESSAGES.text("config.unreadable"));
        }
    }

    private static boolean isSame(URI one, URI other) {
        return origin(one).equalsIgnoreCase(origin(other)) && path(one).equals(path(other));
    }

    private static String origin(URI address) {
        int port =
                address.getPort() >= 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return address.getScheme() + "://" + address.getHost() + ":" + port;
    }

    private static String path(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
