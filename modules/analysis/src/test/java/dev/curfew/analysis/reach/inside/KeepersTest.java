package dev.curfew.analysis.reach.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.ResourceId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepersTest {
    private final Estate estate = Estate.of("aws");
    private final IdentityId user = estate.identity("aws.user", "arn:aws:iam::111122223333:user/app");
    private final CredentialId kept = estate.credential("aws.access-key", "AKIAKEPT", user, new Expiry.Never());
    private final CredentialId free = estate.credential("aws.access-key", "AKIAFREE", user, new Expiry.Never());
    private final ResourceId secret = estate.resource(
            "aws.secretsmanager",
            "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db",
            Sensitivity.HIGH,
            Map.of(Contents.NAMED, "aws:AKIAKEPT"));

    private Keepers keepers() {
        return new Keepers(new BlastRadius(estate.index()).inside());
    }

    @Test
    void whatHasACredentialInsideBreaksWithIt() {
        assertThat(keepers().of(kept)).containsExactly(secret);
        assertThat(keepers().of(estate.index().credential(kept).orElseThrow())).containsExactly(secret);
    }

    @Test
    void anotherCredentialOfTheSameHolderIsInNothing() {
        assertThat(keepers().of(free)).isEmpty();
        assertThat(keepers().of(estate.index().credential(free).orElseThrow())).isEmpty();
    }
}
