package dev.curfew.revocation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static Told told(String credential, String holder) {
        return new Told(Map.of("credential", credential, "holder", holder));
    }

    @Test
    void whomAPreviewIsAboutIsTheHoldersAndWhatStandsForNobody() {
        List<Told> all = List.of(
                told("aws:one", "aws:arn:aws:iam::1:user/ci"),
                told("aws:two", "aws:arn:aws:iam::1:user/ci"),
                told("bao:token/x", ""));

        assertThat(Told.identities(all))
                .containsExactly(IdentityId.of("aws", "arn:aws:iam::1:user/ci"), CredentialId.of("bao", "token/x"));
    }
}
