package dev.curfew.connector.postgres.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.id.ResourceId;
import dev.curfew.model.right.RightLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantsTextTest {

    /// What is granted on columns names them all, and a comma between them parts nothing.
    @Test
    void aRightOnTwoColumnsIsOneRight() {
        Entry columns = new Entry(
                RightLevel.READ, ResourceId.of("pg", "db/shop/table/sales.orders"), List.of("SELECT (id, name)"), "");

        assertThat(GrantsText.of(List.of(columns)))
                .isEqualTo("{\"statements\":[{\"actions\":[\"SELECT (id, name)\"],"
                        + "\"level\":\"read\",\"on\":\"db/shop/table/sales.orders\"}]}");
    }
}
