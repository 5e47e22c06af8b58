package dev.curfew.analysis.inventory;

import static dev.curfew.analysis.Estate.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.id.IdentityId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryTest {
    private static final UsageQuality QUALITY = new UsageQuality("test", Duration.ZERO, Duration.ofDays(400), false);

    @Test
    void anIdentityIsOneRowWithWhatItsCredentialsAndGroupsAdd() {
        Estate estate = Estate.of("aws");
        Usage seen = new Usage.Seen(NOW.minusSeconds(60), "s3", QUALITY);
        IdentityId user =
                estate.identity("aws.user", "user/ann", new Ownership.Owned("red", "tag"), seen, Map.of("team", "red"));
        IdentityId group = estate.identity("aws.group", "group/g");
        Expiry soon = new Expiry.At(NOW.plusSeconds(60));
        estate.credential("aws.access-key", "AKIA1", user, new Expiry.Never());
        estate.credential("aws.access-key", "AKIA2", user, soon);
        estate.member(user, group).grant(user, estate.aws("p1")).grant(group, estate.aws("p2"));

        InventoryRow row = new Inventory(estate.index()).rows().getLast();

        assertThat(row)
                .isEqualTo(new InventoryRow(
                        user,
                        "aws.user",
                        "ann",
                        new Ownership.Owned("red", "tag"),
                        2,
                        2,
                        NOW.minus(Duration.ofDays(1_000)),
                        seen,
                        soon,
                        Map.of("team", "red")));
    }

    @Test
    void aCredentialThatStandsForNobodyIsARowOfItsOwn() {
        Estate estate = Estate.of("bao");
        estate.credential("openbao.token", "acc", null, new Expiry.Never());

        List<InventoryRow> rows = new Inventory(estate.index()).rows();

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.id().text()).isEqualTo("bao:acc");
            assertThat(row.ownership()).isEqualTo(new Ownership.Unowned());
            assertThat(row.expiry()).isEqualTo(new Expiry.Never());
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', true",
        "ann, true",
        "ANN role, false",
        "aws user, true",
        "owner:red, true",
        "owner:blue, false",
        "source:aws, true",
        "source:bao, false",
        "tag:team=red, true",
        "-ann, false",
        "-bob -owner:blue, true",
        "name:user, false",
        "kind:user, true",
    })
    void everyWordOfAFilterHasToBeFound(String text, boolean found) {
        Estate estate = Estate.of("aws");
        estate.identity(
                "aws.user", "user/ann", new Ownership.Owned("red", "tag"), Estate.NOT_OBSERVED, Map.of("team", "red"));
        InventoryRow row = new Inventory(estate.index()).rows().getFirst();

        assertThat(InventoryFilter.parse(text).test(row)).isEqualTo(found);
    }
}
