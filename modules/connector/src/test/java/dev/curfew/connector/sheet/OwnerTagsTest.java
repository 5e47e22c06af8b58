package dev.curfew.connector.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Ownership;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnerTagsTest {
    private static final OwnerTags TAGS = new OwnerTags(List.of("owner", "team"), key -> "tag " + key);

    @Test
    void theFirstKeyThatSaysSomethingCounts() {
        assertThat(TAGS.of(Map.of("team", "data", "owner", " ada ")))
                .isEqualTo(new Ownership.Owned("ada", "tag owner"));
        assertThat(TAGS.of(Map.of("team", "data", "owner", " "))).isEqualTo(new Ownership.Owned("data", "tag team"));
        assertThat(TAGS.of(Map.of("Owner", "ada"))).isEqualTo(new Ownership.Unowned());
    }
}
