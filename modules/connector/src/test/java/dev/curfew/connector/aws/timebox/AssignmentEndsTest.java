package dev.curfew.connector.aws.timebox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.timebox.StandingAccess;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssignmentEndsTest {
    @Test
    void anAssignmentOfIdentityCenterIsToldToHaveNoEnd() {
        StandingAccess access = new StandingAccess(
                IdentityId.of("prod", "arn:aws:identitystore:::user/ada"),
                Optional.of(PolicyId.of("prod", "arn:aws:sso:::permissionSet/ssoins-1/ps-1")));
        try (ConnectedAccount connected =
                new ConnectedAccount(URI.create("http://127.0.0.1:1"), HttpSettings.DEFAULTS)) {
            assertThatThrownBy(() -> connected.timeBoxer().look(access, Instant.MAX))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("IAM Identity Center holds no end of an assignment");
        }
    }
}
