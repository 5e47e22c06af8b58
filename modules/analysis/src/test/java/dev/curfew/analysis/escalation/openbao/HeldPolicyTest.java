package dev.curfew.analysis.escalation.openbao;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.vault.policy.VaultPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whoever bears a method that gives somebody's rights is asked about everybody, so that of a large server's many
/// policies only those may bear one that could have a part in it.
class HeldPolicyTest {
    @Test
    void whoReadsItsOwnSecretHasNoPartInAnyLogin() throws PolicySyntaxException {
        assertThat(gives("path \"secret/data/production/billing\" { capabilities = [\"read\"] }"))
                .isEmpty();
    }

    @Test
    void whoReadsARoleIdHasAPartInLoggingInAsIt() throws PolicySyntaxException {
        assertThat(gives("path \"auth/approle/role/billing/role-id\" { capabilities = [\"read\"] }"))
                .containsOnly("approle");
        assertThat(gives("path \"+/+/role/billing/role-id\" { capabilities = [\"read\"] }"))
                .contains("approle");
        assertThat(gives("path \"*\" { capabilities = [\"read\"] }")).contains("approle");
    }

    private static List<String> gives(String text) throws PolicySyntaxException {
        return HeldPolicy.of(VaultPolicy.parse("billing", text)).bearing().stream()
                .mapToObj(OpenBaoWays.METHODS::get)
                .map(method -> method.way().gives())
                .distinct()
                .toList();
    }
}
