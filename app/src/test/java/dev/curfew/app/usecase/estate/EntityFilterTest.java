package dev.curfew.app.usecase.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import org.junit.jupiter.api.Test;

class EntityFilterTest {
    private static final EntityId ID = IdentityId.of("aws-prod", "arn:aws:iam::1:role/CI-deploy");

    @Test
    void anEmptyFilterAcceptsEverything() {
        assertThat(accepts(EntityFilter.ALL)).isTrue();
    }

    @Test
    void aSourceIsNamedWhole() {
        assertThat(accepts(new EntityFilter("aws-prod", "", "", ""))).isTrue();
        assertThat(accepts(new EntityFilter("aws", "", "", ""))).isFalse();
    }

    @Test
    void kindAndOwnerAreContained() {
        assertThat(accepts(new EntityFilter("", "aws", "PLAT", ""))).isTrue();
        assertThat(accepts(new EntityFilter("", "openbao", "", ""))).isFalse();
    }

    @Test
    void everyWordIsContainedSomewhere() {
        assertThat(accepts(EntityFilter.ofText("ci-deploy platform"))).isTrue();
        assertThat(accepts(EntityFilter.ofText("ci-deploy payments"))).isFalse();
    }

    @Test
    void noneFindsThoseWithoutAnOwner() {
        EntityFilter nobody = new EntityFilter("", "", "none", "");

        assertThat(nobody.accepts(ID, "aws.role", "CI-deploy", "")).isTrue();
        assertThat(accepts(nobody)).isFalse();
    }

    private static boolean accepts(EntityFilter filter) {
        return filter.accepts(ID, "aws.role", "CI-deploy", "platform");
    }
}
