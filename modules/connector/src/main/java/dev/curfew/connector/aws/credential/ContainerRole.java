package dev.curfew.connector.aws.credential;

import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/// The role of the container that Curfew is in, as ECS and EKS Pod Identity tell it by the environment. Plain HTTP goes
/// only to the addresses that are theirs, and to this machine: elsewhere the token that opens it would be told.
///
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html>
final class ContainerRole {
    private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private static final String TOKEN_FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";

    private static final String ECS = "http://169.254.170.2";
    private static final Set<String> HOSTS =
            Set.of("169.254.170.2", "169.254.170.23", "[fd00:ec2::23]", "localhost", "127.0.0.1", "[::1]");

    private final RoleService role;
    private final Map<String, String> environment;

    /// @param environment of this process
    ContainerRole(Http http, Map<String, String> environment) {
        this.role = new RoleService(http, "container");
        this.environment = Map.copyOf(environment);
    }

    /// @throws dev.curfew.model.port.SourceException if there is none to be had
    AwsKey key() throws InterruptedException {
        URI address = address();
        Endpoint service = Endpoint.onThisMachine(address.resolve("/"));
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        Call call = Call.of("GET", service, address.getRawPath().substring(1) + query);
        try (Secret token = Secret.of(token())) {
            return role.key(token.isEmpty() ? call : role.opened(call, "Authorization", token));
        }
    }

    private URI address() {
        String relative = environment.getOrDefault(RELATIVE, "");
        String full = relative.isEmpty() ? environment.getOrDefault(FULL, "") : ECS + relative;
        if (full.isEmpty()) {
            throw NoKey.because("container.none", RELATIVE, FULL);
        }
        try {
            URI address = URI.create(full);
            boolean theirs = address.getHost() != null
                    && ("https".equals(address.getScheme()) || HOSTS.contains(address.getHost()));
            if (theirs && address.getRawPath().startsWith("/")) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // refused below
        }
        throw NoKey.because("container.address", full);
    }

    /// The file before the text: EKS replaces what is in it.
    private String token() {
        String file = environment.getOrDefault(TOKEN_FILE, "");
        return file.isEmpty()
                ? environment.getOrDefault(TOKEN, "")
                : SharedFiles.text(SharedFiles.path(file)).strip();
    }
}
