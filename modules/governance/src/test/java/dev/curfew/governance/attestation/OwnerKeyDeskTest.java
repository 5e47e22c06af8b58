package dev.curfew.governance.attestation;

import static dev.curfew.governance.Refusals.assertRefused;
import static dev.curfew.governance.attestation.Household.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.attestation.Introduction.Introduced;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerKeyDeskTest {
    @TempDir
    private Path folder = Path.of("");

    private Household house;
    private Introduction introduction;

    @BeforeEach
    void aFile() {
        house = new Household(folder);
        String mallory = "mallory " + house.key("mallory").line();
        String grace = GRACE + " " + house.key("grace").line();
        introduction = house.keys.introduced(mallory + "\n" + grace);
        assertThat(introduction.keys()).hasSize(2);
    }

    private List<OwnerKey> keys() {
        return house.town.unitOfWork.run(house.book::keys);
    }

    @Test
    void allOfAListAreVouchedForInItsOrder() {
        OfficerKey ada = house.town.key("ada");
        List<OwnerKey> bound = house.keys.bind(introduction.keys(), ada).orThrow();

        assertThat(bound).extracting(OwnerKey::owner).containsExactly("mallory", GRACE);
        assertThat(keys()).isEqualTo(bound);
    }

    @Test
    void whereOneBecameKnownMeanwhileNobodyIsVouchedFor() {
        Introduced grace = introduction.keys().getLast();
        OfficerKey ada = house.town.key("ada");
        OwnerKey known = house.keys.bind(grace.owner(), grace.key(), ada).orThrow();

        assertRefused(house.keys.bind(introduction.keys(), ada), Refusal.OWNER_KEY_KNOWN);
        assertThat(keys()).containsExactly(known);
    }
}
