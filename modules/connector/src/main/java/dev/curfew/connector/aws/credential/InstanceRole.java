package dev.curfew.connector.aws.credential;

import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import java.net.URI;

/// The role of the EC2 instance that Curfew is on, by version 2 of the metadata service alone: version 1 hands the role
/// to whoever can make the machine fetch a page. Only where the credential says so is the service asked.
///
/// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html>
final class InstanceRole {
    static final String ADDRESS = "http://169.254.169.254";

    private static final String TOKEN = "X-aws-ec2-metadata-token";
    private static final String ROLES = "latest/meta-data/iam/security-credentials/";
    private static final String TOKEN_SECONDS = "60";

    private final RoleService role;
    private final Endpoint service;

    private InstanceRole(Http http, Endpoint service) {
        this.role = new RoleService(http, "instance");
        this.service = service;
    }

    /// @throws SourceException if the address is none
    static InstanceRole at(String address, Http http) {
        try {
            return new InstanceRole(http, Endpoint.onThisMachine(URI.create(address)));
        } catch (IllegalArgumentException _) {
            throw NoKey.because("instance.address", address);
        }
    }

    AwsKey key() throws InterruptedException {
        Call asking = Call.of("PUT", service, "latest/api/token").header(TOKEN + "-ttl-seconds", TOKEN_SECONDS);
        try (Secret token = Secret.of(role.body(asking).strip())) {
            String name = role.body(get(ROLES, token)).strip();
            return role.key(get(ROLES + Form.segment(name), token));
        }
    }

    private Call get(String path, Secret token) {
        return role.opened(Call.of("GET", service, path), TOKEN, token);
    }
}
